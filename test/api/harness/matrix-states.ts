import { randomUUID } from 'node:crypto';
import {
  addDays,
  attendedOn,
  civilDateOf,
  commandTypes,
  delegationsOf,
  isDelegable,
  obligations,
  resolveHolder,
  type Campaign,
  type Obligation,
  type Role,
} from '@rectify/domain';
import { inputFor, type Findings } from '../../harness/drive';
import type { OfferedAction, OfferedObligation } from '../../harness/client';
import { testPostgres, type TestPostgres } from '../../harness/postgres';
import { apiOn, startApi, type Api } from './api';
import { employ, setUpWorld, type Member, type World } from './organisation';

/** One person for each role over the problem, who has no other; the system has none. */
export type Cast = Readonly<Record<Exclude<Role, 'Y'>, Member>>;

export const stateNames = [
  ...(['screening', 'vote', 'planned', 'rectifying', 'claimed', 'reviewed'] as const),
  'look-back',
] as const;
export type StateName = (typeof stateNames)[number];

export interface Stage {
  readonly world: World;
  readonly cast: Cast;
  readonly campaignId: string;
  readonly spare: Member;
  /** Holds no more than a seat; in every state those of `PRINCIPALS` entrust to them whatever can be entrusted. */
  readonly delegate: Member;
  readonly server: TestPostgres;
  /** The owner's URL of each state's database, to which nobody is connected: copies are made of it. */
  readonly states: Readonly<Record<StateName, string>>;
}

export const PRINCIPALS = ['S', 'O', 'L', 'R', 'A'] as const satisfies readonly Role[];

const DUTIES = { lead: 'L', reviewer: 'R', checker: 'R', acceptor: 'A' } as const;
const findings: Findings = { 'B3-1': ['没有独立评议环节'], 'B5-1': ['未按月开展'] };

const expectStatus = (status: number, answer: { status: number; body: unknown }, what: string): void => {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
};

const engage = async (api: Api, world: World) => {
  const by = world.district.secretary.token;
  const { branch, other } = world;
  const member = (account: string) => employ(api, by, account, branch.unitId, 'member');
  const cast: Cast = {
    ...{ S: branch.secretary, D: branch.deputySecretary, G: branch.disciplineMember },
    ...{ O: await member('owner'), L: await member('lead'), R: await member('reviewer') },
    ...{ A: await member('acceptor'), V: world.district.secretary },
    I: await employ(api, by, 'inspector', other.unitId, 'disciplineMember'),
    M: await employ(api, by, 'administrator', branch.unitId, null),
  };
  const office = { personId: cast.M.personId };
  const path = '/api/directories/main/commands/name-administrator';
  expectStatus(200, await api.command(by, path, office), 'the office');
  return { cast, spare: await member('spare'), delegate: await member('delegate') };
};

const standing = async (api: Api, id: string) => {
  const found = await api.infrastructure.application.campaign(id);
  if (!found) throw new Error('no campaign');
  return found;
};

export const theProblemOf = (campaign: Campaign): string =>
  campaign.order.find((id) => campaign.problems[id]?.aspect === 'B3') ?? '';

/** Lets whoever owes something do it, over HTTP, until the state is there; steps to the next day on which something begins. */
const advance = async (
  api: Api,
  { world, cast, campaignId }: Pick<Stage, 'world' | 'cast' | 'campaignId'>,
  until: (campaign: Campaign) => boolean,
  leave: (obligation: Obligation) => boolean = () => false,
): Promise<void> => {
  const tokens = new Map(
    [...Object.values(world.branch), ...Object.values(world.district), ...Object.values(cast)].flatMap(
      (who) => (typeof who === 'string' ? [] : [[who.personId, who.token] as const]),
    ),
  );
  for (let steps = 0; steps < 300; steps += 1) {
    const { campaign, directory, now } = await standing(api, campaignId);
    if (until(campaign)) return;
    const today = civilDateOf(now);
    const owed = obligations(campaign).filter((each) => !leave(each));
    const next = owed.filter(({ since }) => since <= today).find((each) => !waits(campaign, each));
    if (!next) {
      const [ahead] = owed.flatMap(({ since }) => (since > today ? [since] : [])).sort();
      if (ahead === undefined) throw new Error('nothing is owed, and the state is not there');
      await api.infrastructure.clock.forwardTo(`${ahead}T01:00:00.000Z`);
      continue;
    }
    const [who] = resolveHolder(next.holder, attendedOn(directory, today), campaign.unitId).people;
    const { action } = next;
    const path = `/api/campaigns/${campaignId}/commands/${kebab(action.command)}`;
    // What a person would type is asked by command, defaults and subject alone.
    const body = inputFor(action as unknown as OfferedAction, next as unknown as OfferedObligation, findings);
    const named = action.command === 'IssueProblem' ? issuing(campaign, next, cast) : {};
    const token = tokens.get(who?.personId ?? '') ?? '';
    expectStatus(200, await api.command(token, path, { ...body, ...named }), next.key);
  }
  throw new Error('the state does not come');
};

const kebab = (type: string): string => type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const waits = (campaign: Campaign, { kind, subject }: Obligation): boolean =>
  kind === 'claimCompletion' &&
  (campaign.problems[subject.problemId ?? '']?.plan?.measures.some(({ finished }) => !finished) ?? false);

/** The problem has its people by name; the other is whose it is by the plan. */
const issuing = (campaign: Campaign, { subject }: Obligation, { O, L, R, A }: Cast): object => {
  const people = { lead: L.personId, owner: O.personId, reviewer: R.personId, acceptor: A.personId };
  return { fixType: 'timeLimited', ...(subject.problemId === theProblemOf(campaign) ? people : {}) };
};

/** The states, each made once by real commands from the one before, and kept as a database to copy. */
export const makeStates = async (): Promise<Stage> => {
  const server = await testPostgres();
  let api = await startApi();
  const world = await setUpWorld(api);
  const { cast, spare, delegate } = await engage(api, world);
  const S = cast.S.token;
  const launch = { unitId: world.branch.unitId, template: 'bland-casual', startOn: '2026-03-03' };
  const launched = await api.command(S, '/api/campaigns', launch);
  expectStatus(201, launched, 'launch');
  const campaignId = launched.body.id as string;
  const scene = { world, cast, campaignId };
  const states: Partial<Record<StateName, string>> = {};
  const assign = async (duty: string, subject: string, who: Member): Promise<void> => {
    const body = { duty, subject, person: who.personId, reason: '分工' };
    const path = `/api/campaigns/${campaignId}/commands/assign-duty`;
    expectStatus(200, await api.command(S, path, body), `${duty} of ${subject}`);
  };
  /** Who inspects may read the unit in every state: a grant is over after thirty days, and the states are months apart. */
  const letInspect = async (): Promise<void> => {
    const { unitId } = world.branch;
    const terms = { grantId: randomUUID(), to: cast.I.personId, unitId, reach: 'F2', reason: '检查' };
    const endOn = addDays(civilDateOf(await api.infrastructure.clock.now()), 20);
    const path = '/api/directories/main/commands/grant-reading';
    expectStatus(200, await api.command(S, path, { ...terms, endOn }), 'the grant');
  };
  const entrust = async (): Promise<void> => {
    const { directory, now } = await api.infrastructure.application.organisation();
    const startOn = civilDateOf(now);
    const terms = { to: delegate.personId, powers: commandTypes.filter(isDelegable), reason: '外出' };
    const path = '/api/directories/main/commands/delegate';
    for (const { personId, token } of PRINCIPALS.map((role) => cast[role])) {
      if (delegationsOf(directory, personId, startOn).length > 0) continue;
      const body = { delegationId: randomUUID(), ...terms, startOn, endOn: addDays(startOn, 20) };
      expectStatus(200, await api.command(token, path, body), 'the delegation');
    }
  };
  const keep = async (name: StateName): Promise<void> => {
    await letInspect();
    await entrust();
    states[name] = api.ownerUrl;
    await api.stop();
    api = await apiOn(await server.copyOf(api.ownerUrl));
  };
  await assign('aspectOwner', 'B3', cast.O);
  await assign('activityOwner', 'pledge', cast.O);
  await assign('activityOwner', 'seminar#1', cast.O);
  const reported = (campaign: Campaign): boolean => campaign.order.length === 2;
  await advance(api, scene, reported);
  const { campaign } = await standing(api, campaignId);
  for (const duty of ['lead', 'reviewer', 'checker', 'acceptor'] as const)
    await assign(duty, theProblemOf(campaign), cast[DUTIES[duty]]);
  await keep('screening');
  await advance(api, scene, ({ vote }) => vote !== null);
  await keep('vote');
  const is = (status: string) => (now: Campaign) => now.problems[theProblemOf(now)]?.status === status;
  const isDecision = ({ kind }: Obligation): boolean => kind === 'decidePlan';
  await advance(api, scene, is('planSubmitted'), isDecision);
  await keep('planned');
  await advance(api, scene, is('rectifying'));
  await keep('rectifying');
  await advance(api, scene, is('claimed'));
  await keep('claimed');
  await advance(api, scene, is('reviewed'));
  await keep('reviewed');
  await advance(api, scene, ({ stages }) => stages.find(({ kind }) => kind === 'summary')?.closed != null);
  await keep('look-back');
  await api.stop();
  return { world, cast, campaignId, spare, delegate, server, states: states as Stage['states'] };
};
