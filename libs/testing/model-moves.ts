import { holdersOf, postsOf, react, type DutyKind, type PersonId, type Post } from '@rectify/domain';
import { withPosts } from './campaign-scenes';
import { deedCommand } from './campaign-watch';
import { at, send, type CampaignWorld } from './campaign-world';
import { anotherCalendar } from './model-calendar';
import { anyCommand, everybody } from './model-commands';
import { playObligation, tried, type ObligationMove } from './model-obligations';
import { playList, playVoluntary } from './model-rectification';
import { people, units } from './organisation';

/** What may happen next, chosen by numbers, so that a failing story shrinks. */
export interface Move {
  readonly kind:
    | ObligationMove
    | 'voluntary'
    | 'any'
    | 'assign'
    | 'clock'
    | 'deeds'
    | 'leave'
    | 'appoint'
    | 'away'
    | 'calendar'
    | 'list';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const pick = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const ofProblems: readonly DutyKind[] = [
  'triager',
  'lead',
  'owner',
  'owner',
  'reviewer',
  'checker',
  'acceptor',
  'signer',
  'examiner',
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
export const play = (world: CampaignWorld, { kind, a, b, c }: Move): CampaignWorld => {
  switch (kind) {
    case 'clock':
      return later(world, hours(a, b));
    case 'deeds':
      return doDeeds(world);
    case 'leave':
      return leave(world, pick(everybody, a));
    case 'away':
      return away(world, pick(everybody, a));
    case 'calendar':
      return anotherCalendar(world, a, b, c);
    case 'list':
      return playList(world, { a, b, c });
    case 'appoint':
      return appoint(world, pick(everybody, a), pick(posts, b), c % 3 === 0 ? units.district : units.branch);
    case 'voluntary':
      return playVoluntary(world, { a, b, c });
    case 'any':
      // Much of it is the secretary's alone.
      return tried(world, a % 3 === 0 ? people.secretary : pick(everybody, a), anyCommand(world, b, c));
    case 'assign':
      return tried(world, pick([people.secretary, people.secretary, people.districtSecretary], a), {
        type: 'AssignDuty',
        data: { ...dutyOf(world, b, c), person: pick(everybody, a + b), reason: '分工' },
      });
    default:
      return playObligation(world, kind, { a, b, c });
  }
};

/** Mostly within a day or two, now and then weeks, rarely a quarter in which nobody does anything. */
const hours = (a: number, b: number): number => {
  if (b % 12 === 0) return 24 * 90;
  return b % 4 === 0 ? 24 * (1 + (a % 20)) : 1 + (a % 30);
};

const later = (world: CampaignWorld, hours: number): CampaignWorld =>
  at(world, new Date(Date.parse(world.now) + hours * 3_600_000).toISOString());

const dutyOf = ({ campaign }: CampaignWorld, b: number, c: number): { duty: DutyKind; subject: string } => {
  const measures = Object.values(campaign.problems).flatMap(
    ({ plan }) => plan?.measures.map(({ id }) => id) ?? [],
  );
  if (b % 5 === 0 && measures.length > 0) return { duty: 'owner', subject: pick(measures, c) };
  if (b % 5 === 1 || campaign.order.length === 0)
    return { duty: 'aspectOwner', subject: pick(campaign.plan.aspects, c).code };
  if (b % 11 === 7) return { duty: 'examiner', subject: 'lookBack' };
  return { duty: pick(ofProblems, b), subject: pick(campaign.order, c) };
};

/** What the process would do now, look after look, until it has nothing left to do: no look does nothing. */
const doDeeds = (world: CampaignWorld): CampaignWorld => {
  const { due } = react(world.campaign, world.now, world.calendar);
  if (due.length === 0) return world;
  // Dates reckoned anew may spare the reminder that was named beside them.
  const done = due.reduce((now, { kind }) => send(now, 'system', deedCommand(kind)), world);
  if (done.log.length === world.log.length)
    throw new Error(`deeds done are named again: ${JSON.stringify(due)}`);
  return doDeeds(done);
};

const leave = (world: CampaignWorld, person: PersonId): CampaignWorld => {
  const [tenure] = postsOf(world.directory, person);
  if (!tenure) return world;
  return { ...world, directory: withPosts(world.directory, ['ends', tenure.post, person, tenure.unitId]) };
};

/** Goes, or comes back; the directory's view of the day says which. */
const away = (world: CampaignWorld, person: PersonId): CampaignWorld => {
  const { [person]: isAway, ...others } = world.directory.absent;
  const absent = isAway ? others : { ...others, [person]: true as const };
  return { ...world, directory: { ...world.directory, absent } };
};

/** A unit has one secretary at most, as the directory would refuse another. */
const appoint = (world: CampaignWorld, person: PersonId, post: Post, unitId: string): CampaignWorld => {
  const holders = holdersOf(world.directory, unitId, post);
  if (holders.includes(person) || (post === 'secretary' && holders.length > 0)) return world;
  return { ...world, directory: withPosts(world.directory, ['begins', post, person, unitId]) };
};
