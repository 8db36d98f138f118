import {
  obligations,
  postsOf,
  react,
  resolveHolder,
  type CampaignCommand,
  type DutyKind,
  type Obligation,
  type PersonId,
  type Post,
} from '@rectify/domain';
import { withPosts } from './campaign-scenes';
import { deedCommand, hasBegun } from './campaign-watch';
import { at, decideIn, send, type CampaignWorld } from './campaign-world';
import { anyCommand, variant } from './model-commands';
import { people, units } from './organisation';

/** What may happen next, chosen by numbers, so that a failing story shrinks. */
export interface Move {
  readonly kind:
    | 'discharge'
    | 'vary'
    | 'alternative'
    | 'stranger'
    | 'stale'
    | 'any'
    | 'assign'
    | 'clock'
    | 'deeds'
    | 'leave'
    | 'appoint';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const pick = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

export const everybody: readonly PersonId[] = Object.values(people);
const duties: readonly DutyKind[] = [
  'aspectOwner',
  'triager',
  'lead',
  'owner',
  'reviewer',
  'acceptor',
  'signer',
];
const posts: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationMember',
  'disciplineMember',
  'publicityMember',
  'member',
  'supervisor',
];

/** Plays one move; throws where a promise about it is broken. Whatever is refused leaves the world as it was. */
export const play = (world: CampaignWorld, move: Move): CampaignWorld => {
  const { kind, a, b, c } = move;
  switch (kind) {
    case 'clock':
      return at(
        world,
        new Date(Date.parse(world.now) + (1 + (a % 80)) * 3_600_000 * (b % 5 === 0 ? 24 : 1)).toISOString(),
      );
    case 'deeds':
      return doDeeds(world);
    case 'leave':
    case 'appoint':
      return c % 3 === 0 ? changePosts(world, move) : world;
    case 'any':
      return attempt(world, pick(everybody, a), anyCommand(world, b, c));
    case 'assign':
      return attempt(
        world,
        pick([people.secretary, people.secretary, people.districtSecretary, people.deputy], a),
        {
          type: 'AssignDuty',
          data: {
            duty: pick(duties, b),
            subject: pick(subjects(world), c),
            person: pick(everybody, a + b + c),
            reason: '分工',
          },
        },
      );
    default:
      return playObligation(world, move);
  }
};

/** Sends what may be refused. */
export const attempt = (world: CampaignWorld, person: PersonId, command: CampaignCommand): CampaignWorld =>
  decideIn(world, person, command).ok ? send(world, person, command) : world;

const subjects = ({ campaign }: CampaignWorld): string[] => [
  ...campaign.plan.aspects.map(({ code }) => code),
  ...campaign.order,
  ...Object.values(campaign.problems).flatMap(({ plan }) => plan?.measures.map(({ id }) => id) ?? []),
  'constructor',
];

/** What an obligation's own words allow is allowed to its holder, and to nobody else (design.md §2). */
const playObligation = (world: CampaignWorld, { kind, a, b, c }: Move): CampaignWorld => {
  const owed = obligations(world.campaign);
  if (owed.length === 0) return world;
  const obligation = pick(owed, a);
  const { people: asked, how } = resolveHolder(obligation.holder, world.directory, world.campaign.unitId);
  const command = variant(
    world,
    obligation,
    kind === 'vary' || kind === 'alternative' ? 1 + c : 0,
    kind === 'alternative',
  );
  if (kind === 'stranger') {
    const stranger = pick(everybody, b);
    const isHolder = how === 'holder' && asked.some(({ personId }) => personId === stranger);
    const decision = decideIn(world, stranger, command);
    if (decision.ok && !isHolder)
      throw new Error(`${command.type} accepted of ${stranger}, who does not owe it`);
    return decision.ok ? send(world, stranger, command) : world;
  }
  const first = asked[b % Math.max(1, asked.length)];
  if (!first) return world;
  const decision = decideIn(world, first.personId, kind === 'stale' ? stale(command) : command);
  if (kind === 'stale' && 'basisHash' in command.data && decision.ok)
    throw new Error(`${command.type} accepted on another basis`);
  const isPromised = how === 'holder' && hasBegun(world, obligation) && !waits(world, obligation, command);
  if (!decision.ok && isPromised && (kind === 'discharge' || kind === 'alternative')) {
    throw new Error(
      `${command.type} is owed (${obligation.key}) and refused: ${JSON.stringify(decision.refusal)}`,
    );
  }
  return decision.ok && kind !== 'stale' ? send(world, first.personId, command) : world;
};

const stale = (command: CampaignCommand): CampaignCommand =>
  ({ ...command, data: { ...command.data, basisHash: 'f'.repeat(64) } }) as unknown as CampaignCommand;

/** A completion can be claimed once every measure is finished; until then it is only dated. */
const waits = ({ campaign }: CampaignWorld, { subject }: Obligation, { type }: CampaignCommand): boolean =>
  type === 'ClaimCompletion' &&
  (campaign.problems[subject.id]?.plan?.measures.some(({ finished }) => finished === null) ?? false);

export const doDeeds = (world: CampaignWorld): CampaignWorld => {
  const { due } = react(world.campaign, world.now, world.calendar);
  const done = due.reduce((now, { kind }) => send(now, 'system', deedCommand(kind)), world);
  const left = react(done.campaign, done.now, done.calendar).due;
  if (left.length > 0) throw new Error(`deeds done are named again: ${JSON.stringify(left)}`);
  return done;
};

const changePosts = (world: CampaignWorld, { kind, a, b }: Move): CampaignWorld => {
  const person = pick(everybody, a);
  if (kind === 'leave') {
    const [tenure] = postsOf(world.directory, person);
    if (!tenure) return world;
    return { ...world, directory: withPosts(world.directory, ['ends', tenure.post, person, tenure.unitId]) };
  }
  const [unitId, post] = [pick([units.branch, units.branch, units.district], a + b), pick(posts, b)];
  const holders = world.directory.posts[unitId]?.[post] ?? [];
  if (holders.includes(person) || (post === 'secretary' && holders.length > 0)) return world;
  return { ...world, directory: withPosts(world.directory, ['begins', post, person, unitId]) };
};
