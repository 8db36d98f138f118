import {
  civilDateOf,
  holdersOf,
  obligations,
  resolveHolder,
  type Obligation,
  type PersonId,
  type Post,
} from '@rectify/domain';
import { withPosts } from './campaign-scenes';
import { hasBegun } from './campaign-watch';
import { at, attempt, type CampaignWorld } from './campaign-world';
import { plainly } from './model-commands';
import { units } from './organisation';

const own: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationMember',
  'disciplineMember',
  'publicityMember',
];
let counter = 0;
const somebodyNew = (): PersonId => `p-new-${(counter += 1)}`;

/** Fills every vacant post and adds a few people who have had no part in anything. */
const restored = (world: CampaignWorld): CampaignWorld => {
  const vacant = own.filter((post) => holdersOf(world.directory, units.branch, post).length === 0);
  let directory = world.directory;
  for (const post of vacant) directory = withPosts(directory, ['begins', post, somebodyNew(), units.branch]);
  for (const post of ['secretary', 'supervisor'] as const) {
    if (holdersOf(directory, units.district, post).length === 0)
      directory = withPosts(directory, ['begins', post, somebodyNew(), units.district]);
  }
  for (let fresh = 0; fresh < 4; fresh += 1)
    directory = withPosts(directory, ['begins', 'member', somebodyNew()]);
  return { ...world, directory };
};

/**
 * Drives a campaign to its end by its obligations from wherever it stands: whatever happened, with the posts filled
 * there is a way out. Throws where there is none.
 */
export const finish = (from: CampaignWorld, see: (world: CampaignWorld) => void): CampaignWorld => {
  let world = restored(from);
  for (let step = 0; step < 600; step += 1) {
    if (world.campaign.status !== 'open' || isOnlyKeptUp(world)) return world;
    const next =
      discharged(world) ??
      assigned(world) ??
      votedAnew(world) ??
      pledgedAnew(world) ??
      laterOn(world, notReviews) ??
      replaced(world) ??
      laterOn(world);
    if (!next) break;
    world = next;
    see(world);
  }
  throw new Error(`no way out: ${JSON.stringify(obligations(world.campaign).map(({ key }) => key))}`);
};

/** Signed off, and what is left is reviewed cycle after cycle: that has no end of its own. */
const isOnlyKeptUp = ({ campaign }: CampaignWorld): boolean =>
  campaign.signedOffOn !== null &&
  campaign.stages.every(({ closed }) => closed !== null) &&
  Object.values(campaign.problems).every(
    ({ number, status }) =>
      number === null || ['closed', 'merged', 'split', 'terminated', 'sustained'].includes(status),
  );

const begun = (world: CampaignWorld): readonly Obligation[] =>
  obligations(world.campaign).filter((obligation) => hasBegun(world, obligation));

const resolved = (world: CampaignWorld, { holder }: Obligation) =>
  resolveHolder(holder, world.directory, world.campaign.unitId);

/** Somebody does what they owe. */
const discharged = (world: CampaignWorld): CampaignWorld | null => {
  for (const obligation of begun(world)) {
    const { how, people } = resolved(world, obligation);
    const [first] = people;
    if (how !== 'holder' || !first) continue;
    const attempted = attempt(world, first.personId, plainly(world, obligation, {}));
    if (attempted.ok) return attempted.world;
  }
  return null;
};

/** Who is asked where nobody may act puts somebody there. */
const assigned = (world: CampaignWorld): CampaignWorld | null => {
  for (const obligation of begun(world)) {
    const { how, people } = resolved(world, obligation);
    const [asked] = people;
    const { duty } = obligation.holder;
    if (how !== 'instead' || !asked || !duty) continue;
    for (const person of Object.keys(world.directory.people)) {
      const command = {
        type: 'AssignDuty',
        data: { duty: duty.kind, subject: duty.subject, person, reason: '补缺' },
      } as const;
      const attempted = attempt(world, asked.personId, command);
      if (attempted.ok && attempted.events.length > 0) return attempted.world;
    }
    throw new Error(`${asked.personId} is asked to assign ${duty.kind} and can name nobody`);
  }
  return null;
};

/** A seat that nobody can take: the secretary puts the list to the vote anew. */
const votedAnew = (world: CampaignWorld): CampaignWorld | null => {
  const stuck = begun(world).find(
    (obligation) => obligation.kind === 'castVote' && resolved(world, obligation).how !== 'holder',
  );
  const [secretary] = holdersOf(world.directory, units.branch, 'secretary');
  if (!stuck || secretary === undefined) return null;
  const data = { basisHash: String(stuck.action.defaults['basisHash']) };
  const attempted = attempt(world, secretary, { type: 'OpenVote', data });
  return attempted.ok ? attempted.world : null;
};

/** A signature that nobody can give any more: the pledge is laid before those who are there. */
const pledgedAnew = (world: CampaignWorld): CampaignWorld | null => {
  const stuck = begun(world).some(
    (obligation) => obligation.kind === 'signPledge' && resolved(world, obligation).how !== 'holder',
  );
  const { pledge } = world.campaign;
  if (!stuck || !pledge) return null;
  const command = { type: 'DraftPledgeText', data: { text: pledge.text } } as const;
  for (const person of Object.keys(world.directory.people)) {
    const attempted = attempt(world, person, command);
    if (attempted.ok) return attempted.world;
  }
  return null;
};

/** Reviews of what is kept up come for ever: they are no reason to wait while something else stands still. */
const notReviews = ({ kind }: Obligation): boolean => kind !== 'reviewSustained';

const laterOn = (
  world: CampaignWorld,
  counts: (obligation: Obligation) => boolean = () => true,
): CampaignWorld | null => {
  const today = civilDateOf(world.now);
  const [ahead] = obligations(world.campaign)
    .filter(counts)
    .map(({ since }) => since)
    .filter((since) => since > today)
    .sort();
  return ahead === undefined ? null : at(world, `${ahead}T02:00:00.000Z`);
};

/** An act of a post itself whose holders are all barred: the unit above appoints another secretary. */
const replaced = (world: CampaignWorld): CampaignWorld | null => {
  const [secretary] = holdersOf(world.directory, units.branch, 'secretary');
  if (secretary === undefined || secretary.startsWith('p-new')) return null;
  const directory = withPosts(
    world.directory,
    ['ends', 'secretary', secretary],
    ['begins', 'secretary', somebodyNew()],
  );
  return { ...world, directory };
};
