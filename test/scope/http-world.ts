import {
  addDays,
  civilDateOf,
  type Campaign,
  type DirectoryCommand,
  type DirectoryEvent,
} from '@rectify/domain';
import { markDropped, read, saveProfile } from '@rectify/read-models';
import { attend, lookAt, sendTo } from '@rectify/testing';
import { AccountsStore } from '../../apps/api/accounts/accounts.store';
import { TokensStore } from '../../apps/api/accounts/tokens.store';
import type { Entry } from '../../libs/read-models/kernel/projection';
import type { Api } from '../api/harness/api';
import { launchIn, nextMove } from './drive';
import { rowsOf, type Rows } from './memory-rows';
import type { Readable } from './memory-surfaces';
import type { Told } from './oracle';
import { namedBy, organised, wordOf, type Organised, type WorldPlan } from './plan';

/** A world on PostgreSQL, beside the others of its database, under a unit of nobody. */
export interface HttpWorld extends Organised {
  readonly campaignIds: readonly string[];
  /** Whoever was let inspect a unit. */
  readonly inspectors: readonly string[];
}

/** Longer than a world lives. */
const GRANTED_DAYS = 25;

const became = { UnitRegistered: 'RegisterUnit', PersonRegistered: 'RegisterPerson' } as const;
const commandOf = ({ type, data }: DirectoryEvent): DirectoryCommand =>
  ({ type: became[type as keyof typeof became] ?? 'AppointToPost', data }) as DirectoryCommand;

/** Made by commands alone, down the one write path. */
export const buildWorld = async (
  { infrastructure: { application, clock, pool } }: Api,
  plan: WorldPlan,
  { number, above }: { readonly number: number; readonly above: string },
): Promise<HttpWorld> => {
  const named = namedBy(number);
  const org = organised(plan, named, above, `W${number}`);
  for (const event of org.events)
    await sendTo(application, 'system', { aggregate: 'directory', command: commandOf(event) });
  for (const personId of org.personIds)
    await saveProfile(pool, { person_id: personId, name: wordOf('name', personId), email: null });
  const campaignIds = plan.campaigns.map((_, at) => named.id('campaign', at));
  const serials: Record<string, number> = {};
  for (const [at, { unit }] of plan.campaigns.entries()) {
    const unitId = org.unitIds[unit % org.unitIds.length] as string;
    const id = campaignIds[at] as string;
    const serial = (serials[unitId] = (serials[unitId] ?? 0) + 1);
    const command = launchIn(id, unitId, serial);
    await sendTo(application, org.secretaries[unitId] ?? '', { aggregate: 'campaign', id, command });
  }
  const standing = await application.campaign(campaignIds[0] ?? '');
  await clock.forwardTo(`${standing?.campaign.plan.startOn}T02:00:00.000Z`);
  const endOn = addDays(civilDateOf(await clock.now()), GRANTED_DAYS);
  const inspectors: string[] = [];
  for (const [at, [person, unit, isF2]] of plan.grants.entries()) {
    const [to, unitId] = [
      org.personIds[person % org.personIds.length] as string,
      org.unitIds[unit % org.unitIds.length] as string,
    ];
    const data = { grantId: named.id('thing', at), to, unitId, reach: isF2 ? 'F2' : 'F1', endOn } as const;
    const command = { type: 'GrantReading', data: { ...data, reason: '-' } } as const;
    await sendTo(application, 'system', { aggregate: 'directory', command });
    inspectors.push(to);
  }
  return { ...org, campaignIds, inspectors };
};

/** Lets a campaign go on by so many steps, as far as it can without the clock. Answers whether anything happened. */
export const goOn = async (
  { infrastructure }: Api,
  id: string,
  steps: number,
  n: number,
): Promise<boolean> => {
  const { application } = infrastructure;
  let done = 0;
  for (let step = 0; step < steps; step += 1) {
    const standing = await application.campaign(id);
    const move = standing && nextMove(standing, n + step);
    if (!move || 'forwardTo' in move) break;
    const target = { aggregate: 'campaign', id, command: move.command } as const;
    const isDone = await sendTo(application, move.person, target).then(
      () => true,
      () => false,
    );
    done += Number(isDone);
  }
  return done > 0;
};

/** Days go by, the process reminds of what is owed, and every rung went to these people. Answers how many did. */
export const remind = async (
  { owner, infrastructure }: Api,
  id: string,
  people: readonly string[],
): Promise<number> => {
  const { application } = infrastructure;
  while (await attend(application, id, await lookAt(application, id)));
  const { rows } = await owner.query<{ rung_id: string }>(
    'SELECT rung_id FROM outbox WHERE campaign_id = $1',
    [id],
  );
  const dropped = rows.flatMap(({ rung_id: rungId }) => people.map((recipient) => ({ rungId, recipient })));
  await markDropped(infrastructure.pool, 'email', dropped, await infrastructure.clock.now());
  return dropped.length;
};

/** A program of this person's, which may ask and, for previews, send. Their account is made as the door makes it, with a password that nobody has. */
export const tokenFor = async ({ app }: Api, personId: string): Promise<string> => {
  const accounts = app.get(AccountsStore, { strict: false });
  const owner = await accounts.reserve(personId, `p${personId.slice(-24)}`, 'none', null);
  if (!owner) throw new Error('no account');
  await accounts.complete(owner.accountId);
  const made = await app.get(TokensStore, { strict: false }).create(owner, 'scope', 'commands', 30);
  if (!made) throw new Error('no token');
  return made.token;
};

/** What the log and the folds say: what is to be told of this world, and what memory answers from. */
export const toldIn = async (
  { infrastructure: { application }, owner }: Api,
  { campaignIds }: HttpWorld,
): Promise<{ readonly told: Told; readonly readable: Readable }> => {
  const campaigns: { rows: Rows; log: readonly Entry[]; campaign: Campaign; sealed: Map<string, string> }[] =
    [];
  const { directory, calendar, now } = await application.organisation();
  const calendars = new Map<string, Readable['calendarOf']>();
  for (const id of campaignIds) {
    const standing = await application.campaign(id);
    if (!standing) continue;
    const { campaign } = standing;
    const log = (await application.history(id)).map((recorded) => {
      const { version, at, actor } = recorded;
      return { version, at, actor, event: read('campaign', recorded) };
    });
    const reports = await application.reports(campaign, campaign.order);
    const sealed = new Map(
      Object.entries(reports).flatMap(([problem, text]) =>
        (JSON.stringify(text).match(/«[^»]*»/g) ?? []).map((word) => [word, problem] as const),
      ),
    );
    calendars.set(campaign.unitId, () => standing.calendar);
    campaigns.push({ rows: { ...rowsOf(campaign, log), reports }, log, campaign, sealed });
  }
  const { rows: accounts } = await owner.query<{ person: string; accountId: string; account: string }>(
    'SELECT person_id AS person, id AS "accountId", account FROM account ORDER BY id',
  );
  return {
    told: { directory, campaigns },
    readable: {
      ...{ directory, now, campaigns: campaigns.map(({ rows }) => rows) },
      accountsOf: (personId) =>
        accounts
          .filter(({ person }) => person === personId)
          .map(({ accountId, account }) => ({ accountId, account })),
      calendarOf: (unitId) => calendars.get(unitId)?.(unitId) ?? calendar,
    },
  };
};
