/** What somebody may know, said a second time and in another way: by who they are, without a Scope. */
import {
  descendants,
  duties,
  obligations,
  parentOf,
  postsOf,
  resolveHolder,
  type Campaign,
  type CampaignEvent,
  type Directory,
  type Post,
} from '@rectify/domain';

export interface Told {
  readonly directory: Directory;
  readonly campaigns: readonly {
    readonly campaign: Campaign;
    readonly log: readonly { readonly event: CampaignEvent }[];
  }[];
}

const GROUP: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationMember',
  'disciplineMember',
  'publicityMember',
];

type Holder = Parameters<typeof resolveHolder>[0];
const holds = (holder: Holder, { unitId }: Campaign, directory: Directory, person: string): boolean =>
  resolveHolder(holder, directory, unitId).people.some(({ personId }) => personId === person);

const remembered = <Key extends object, Found>(find: (key: Key) => Found): ((key: Key) => Found) => {
  const known = new WeakMap<Key, Found>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
};
const told = remembered((what: object) => JSON.stringify(what));
/** Of which problem a word was first said; a word of the campaign itself is of none. */
const problemOf = remembered((log: Told['campaigns'][number]['log']) => {
  const found = new Map<string, string>();
  for (const { event } of [...log].reverse())
    for (const word of JSON.stringify(event).match(/«[^»]*»/g) ?? [])
      found.set(word, (event.data as { problemId?: string }).problemId ?? '');
  return found;
});

/** Problems in which something waits for somebody now. */
export const waitingFor = (campaign: Campaign, directory: Directory, person: string): readonly string[] =>
  obligations(campaign)
    .filter(({ holder }) => holds(holder, campaign, directory, person))
    .flatMap(({ subject }) => subject.problemId ?? []);

export const owesIn = (campaign: Campaign, directory: Directory, person: string): boolean =>
  obligations(campaign).some(({ holder }) => holds(holder, campaign, directory, person));

export const isTriager = (
  campaign: Campaign,
  problemId: string,
  directory: Directory,
  person: string,
): boolean => {
  const problem = campaign.problems[problemId];
  if (!problem) return false;
  return problem.status === 'reported'
    ? holds(duties.triager(campaign, problem), campaign, directory, person)
    : problem.triage?.by === person;
};

/** Somebody whom the unit's secretary, or one above, let read its records for a while. */
export const inspects = (directory: Directory, person: string, unit: string): boolean =>
  (directory.inspecting[person] ?? []).some(({ unitId }) => unitId === unit);

/** Who it was that answered, voted or pledged: for the secretary, of a vote for the group, and for whom a grant says so. */
export const mayKnowWho = (
  { unitId }: Campaign,
  directory: Directory,
  person: string,
  type: string,
): boolean => {
  const told: readonly Post[] | undefined = type === 'VoteCast' ? GROUP : OF_PERSONS[type];
  if (told === undefined) return true;
  const isTold = postsOf(directory, person).some(
    (held) => held.unitId === unitId && told.includes(held.post),
  );
  const granted = (directory.inspecting[person] ?? []).filter((each) => each.unitId === unitId);
  return isTold || granted.some(({ reach }) => reach === 'F2');
};
const OF_PERSONS: Readonly<Record<string, readonly Post[]>> = {
  CheckItemAnswered: ['secretary'],
  PledgeSigned: ['secretary'],
  PledgeCompared: ['secretary'],
};

/** Who could know of a campaign at all: of its unit, of a unit above, let inspect it, or owing something there. */
export const isConcerned = (campaign: Campaign, directory: Directory, person: string): boolean => {
  for (let unit: string | null = campaign.unitId; unit !== null; unit = parentOf(directory, unit))
    if (postsOf(directory, person).some(({ unitId }) => unitId === unit)) return true;
  return inspects(directory, person, campaign.unitId) || owesIn(campaign, directory, person);
};

/** Named for a duty of a problem or of one of its measures: who did the work goes on reading it while in the unit. */
const isNamed = ({ assigned, problems }: Campaign, problemId: string, person: string): boolean => {
  const measures = problems[problemId]?.plan?.measures ?? [];
  const subjects = [problemId, ...measures.map(({ id }) => id)];
  return Object.entries(assigned).some(
    ([key, named]) => named === person && subjects.some((subject) => key.endsWith(`:${subject}`)),
  );
};

/** Whether a word of the world may reach somebody; `«kind:whose:…»` says where it comes from. */
export const mayKnow = ({ directory, campaigns }: Told, person: string, word: string): boolean => {
  const [kind, whose] = word.slice(1, -1).split(':') as [string, string];
  const held = postsOf(directory, person);
  const isIn = (unit: string): boolean => held.some(({ unitId }) => unitId === unit);
  if (kind === 'unit')
    return (
      isIn(whose) ||
      inspects(directory, person, whose) ||
      held.some(({ unitId }) => descendants(directory, unitId).includes(whose)) ||
      campaigns.some(({ campaign }) => campaign.unitId === whose && owesIn(campaign, directory, person))
    );
  if (kind === 'name') return whose === person || isMet(whose, person, { directory, campaigns });
  const found = campaigns.find(({ campaign }) => campaign.id === whose);
  if (!found) return false;
  const { campaign, log } = found;
  const problemId = problemOf(log).get(word) ?? '';
  const isWaiting = waitingFor(campaign, directory, person).includes(problemId);
  const isInspecting = inspects(directory, person, campaign.unitId);
  if (kind === 'title') return isIn(campaign.unitId) || isInspecting || isWaiting;
  const isOfGroup = held.some(({ unitId, post }) => unitId === campaign.unitId && GROUP.includes(post));
  const isTheirWork = isIn(campaign.unitId) && isNamed(campaign, problemId, person);
  return isOfGroup || isInspecting || isWaiting || isTheirWork;
};

/** Somebody is met in one's units, below them where one fills the posts, and in the campaigns whose records one reads or owes in. */
const isMet = (other: string, person: string, { directory, campaigns }: Told): boolean => {
  const held = postsOf(directory, person);
  const led = held.filter(({ post }) => post === 'secretary').map(({ unitId }) => unitId);
  const filled = new Set([...led, ...led.flatMap((unitId) => descendants(directory, unitId))]);
  const units = new Set([...held.map(({ unitId }) => unitId), ...filled]);
  // Who inspects a unit is met by those who could let them.
  if ((directory.inspecting[other] ?? []).some(({ unitId }) => filled.has(unitId))) return true;
  // Who holds nothing is met by those who could appoint them: where they were last, else at the top.
  if (postsOf(directory, other).length === 0) {
    const before = directory.standing[other]?.held ?? [];
    const places = before.length > 0 ? before.map(({ unitId }) => unitId) : [directory.root ?? ''];
    if (places.some((unit) => filled.has(unit))) return true;
  }
  const seen = campaigns.filter(
    ({ campaign }) =>
      held.some(({ unitId }) => unitId === campaign.unitId) ||
      inspects(directory, person, campaign.unitId) ||
      owesIn(campaign, directory, person),
  );
  for (const { campaign, log } of seen) {
    const parent = parentOf(directory, campaign.unitId);
    for (const unit of [campaign.unitId, parent]) if (unit !== null) units.add(unit);
    // Whoever left is still named for what they did.
    if (told(campaign).includes(other) || told(log).includes(other)) return true;
  }
  return postsOf(directory, other).some(({ unitId }) => units.has(unitId));
};
