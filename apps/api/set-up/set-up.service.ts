import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import type { setUp } from '@rectify/contracts';
import { holdersOf, type Directory, type PersonId, type UnitId } from '@rectify/domain';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { AccountsService } from '../accounts/accounts.service';
import { AccountsStore } from '../accounts/accounts.store';
import { AttemptsStore, ofAccount } from '../accounts/attempts.store';
import { verifyPassword } from '../accounts/secrets';
import { refused } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { asSystem, publishShipped } from './as-system';
import { SetUpCodes } from './set-up-codes';

type SetUp = z.infer<typeof setUp>;

/** The first unit with its secretary. Appointing them comes last: until then the set-up can be repeated to its end. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly codes: SetUpCodes,
    private readonly attempts: AttemptsStore,
    private readonly accounts: AccountsService,
    private readonly store: AccountsStore,
    @Inject(APPLICATION) private readonly application: Application,
  ) {}

  async isNeeded(): Promise<boolean> {
    const { directory } = await this.application.organisation();
    return hasNoSecretary(directory);
  }

  async run(asked: SetUp): Promise<{ unitId: UnitId; personId: PersonId; account: string }> {
    const { directory } = await this.application.organisation();
    if (!hasNoSecretary(directory)) throw refused('ALREADY_SET_UP');
    const seconds = await this.attempts.begin('set-up', ofAccount);
    if (seconds > 0) throw refused('SIGN_IN_DELAYED', { retryAfter: seconds, params: { seconds } });
    if (!(await this.codes.isValid(asked.code))) throw refused('WRONG_SETUP_CODE', { field: 'code' });
    this.accounts.assertAcceptable(asked.password, asked.account, 'password');

    const send = asSystem(this.application, 'set-up');
    await publishShipped(send);
    const unitId = directory.root ?? uuidv7();
    if (directory.root === null) {
      const command = { type: 'RegisterUnit', data: { unitId, ...asked.unit, parentId: null } } as const;
      await send(`unit:${unitId}`, { aggregate: 'directory', command });
    }
    const personId = await this.person(asked);
    const appointment = { type: 'AppointToPost', data: { unitId, post: 'secretary', personId } } as const;
    await send(`secretary:${personId}`, { aggregate: 'directory', command: appointment });
    await this.codes.end();
    return { unitId, personId, account: asked.account };
  }

  /** The account of an interrupted set-up is gone on with by whoever knows its password. */
  private async person({ account, password, name, email }: SetUp): Promise<PersonId> {
    const known = await this.store.byName(account);
    if (known?.ready && (await verifyPassword(known.password_hash, password))) return known.person_id;
    const asked = { account, password, name, ...(email === undefined ? {} : { email }) };
    return (await this.accounts.create({ kind: 'system' }, asked)).personId;
  }
}

const hasNoSecretary = (directory: Directory): boolean =>
  directory.root === null || holdersOf(directory, directory.root, 'secretary').length === 0;
