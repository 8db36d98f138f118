import type { Application } from '@rectify/application';
import { unitIdOfCode, type UnitId } from '@rectify/domain';
import { v7 as uuidv7 } from 'uuid';
import type { AccountsService } from '../accounts/accounts.service';
import type { AccountsStore } from '../accounts/accounts.store';
import { publishShipped, type AsSystem } from '../set-up/as-system';
import { COMMON_PASSWORD, demoPeople, demoUnits, type DemoPerson } from './organisation';

export interface Founding {
  readonly application: Application;
  readonly send: AsSystem;
  readonly accounts: AccountsService;
  readonly store: AccountsStore;
}

const unitId = async (application: Application, code: string): Promise<UnitId> => {
  const { directory } = await application.organisation();
  const id = unitIdOfCode(directory, code);
  if (id === undefined) throw new Error(`the demonstration has no unit ${code}`);
  return id;
};

/** Units, people and their posts, templates and calendar: commands of the system, each only where it is not there yet. */
export const found = async ({ application, send, accounts, store }: Founding): Promise<void> => {
  await publishShipped(send);
  for (const { code, name, parent } of demoUnits) {
    const { directory } = await application.organisation();
    if (unitIdOfCode(directory, code) !== undefined) continue;
    const parentId = parent === null ? null : await unitId(application, parent);
    const data = { unitId: uuidv7(), code, name, parentId };
    await send(`unit:${code}`, { aggregate: 'directory', command: { type: 'RegisterUnit', data } });
  }
  for (const person of demoPeople) {
    if (!(await store.byName(person.account))?.ready) {
      await accounts.create({ kind: 'system' }, await accountOf(person, application));
    }
  }
};

const accountOf = async ({ account, name, unit, post }: DemoPerson, application: Application) => ({
  account,
  password: COMMON_PASSWORD,
  name,
  email: `${account}@rectify.invalid`,
  appoint: { unitId: await unitId(application, unit), post },
});
