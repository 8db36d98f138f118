import {
  civilDateOf,
  directoryDecider,
  obligations,
  postsOf,
  resolveHolder,
  type Directory,
  type DirectoryState,
} from '@rectify/domain';
import { campaignStream, publicId } from '@rectify/read-models';
import { produce } from 'immer';
import { answersInMemory, type Answers, type Readable } from './memory-surfaces';
import { isConcerned, isTriager, mayKnow, mayKnowWho, type Told } from './oracle';

/** Looked at once each: an answer is asked about again and again. */
const once = <Found>(find: (answer: object) => Found): ((answer: unknown) => Found) => {
  const known = new WeakMap<object, Found>();
  const nothing = find({});
  return (answer) => {
    if (typeof answer !== 'object' || answer === null) return nothing;
    const found = known.get(answer) ?? find(answer);
    known.set(answer, found);
    return found;
  };
};
const matches = (pattern: RegExp) => (answer: object) => new Set(textOf(answer).match(pattern) ?? []);

const textOf = once((answer) => JSON.stringify(answer));
export const wordsIn = once(matches(/«[^»]*»/g));
const idsIn = once(matches(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));
const obligationIds = once(matches(/"(?:id|obligation)":"[a-z2-7]{16}"/g));

/** Thrown and not expected: it is asked hundreds of times a world. */
const fail = (what: string, found: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(found)}`);
};

const expectSubset = (what: string, some: Iterable<string>, all: ReadonlySet<string>): void => {
  const more = [...some].filter((each) => !all.has(each));
  if (more.length > 0) fail(`more than is shown elsewhere: ${what}`, more);
};

/** Ids of problems of a campaign that stand somewhere in an answer. */
const problemsIn = (campaign: { readonly order: readonly string[] }, answer: unknown): readonly string[] => {
  const ids = idsIn(answer);
  return campaign.order.filter((id) => ids.has(id));
};

/** P1: no surface shows a problem, or a word of one, that the ledger does not. */
export const expectSubsets = ({ campaigns }: Told, answers: Answers): void => {
  for (const { campaign } of campaigns) {
    const path = `GET /api/campaigns/${campaign.id}`;
    const ledger = new Set(problemsIn(campaign, answers[`${path}/problems`]));
    const words = new Set([...wordsIn(answers[`${path}/problems`])]);
    for (const [route, answer] of Object.entries(answers)) {
      // What was sent to somebody was shown to them then.
      if (route === 'GET /api/notifications') continue;
      expectSubset(`P1 problems of ${route}`, problemsIn(campaign, answer), ledger);
      const titles = [...wordsIn(answer)].filter((word) => word.startsWith(`«title:${campaign.id}`));
      expectSubset(`P1 titles of ${route}`, titles, words);
    }
    const measures = [...wordsIn(answers[`${path}/calendar`])].filter((word) => word.startsWith('«word:'));
    expectSubset(`P1 measures of ${path}`, measures, words);
  }
};

/** P2: every word that somebody is shown is one that they may know; nor is it said who reported or answered. */
export const expectNothingForeign = (told: Told, person: string, answers: Answers): void => {
  const foreign = [...wordsIn(answers)].filter((word) => !mayKnow(told, person, word));
  if (foreign.length > 0) fail('P2 not theirs to know', { person, foreign });
  expectOwnMailOnly(person, answers);
  for (const { campaign } of told.campaigns) {
    if (!isConcerned(campaign, told.directory, person)) expectNowhere(campaign.id, answers);
    const timeline = answers[`GET /api/campaigns/${campaign.id}/timeline`] as {
      items: { type: string; by: { personId: string } | null; problemId: string | null }[];
    } | null;
    for (const { type, by, problemId } of timeline?.items ?? []) {
      if (by === null || by.personId === person) continue;
      const { directory } = told;
      if (type === 'ProblemReported' && !isTriager(campaign, problemId ?? '', directory, person))
        fail('P2 who reported it', { person, by });
      if (!mayKnowWho(campaign, directory, person, type)) fail('P2 who it was', { person, type, by });
    }
  }
};

/** Not even that there is such a campaign, but where it was asked for by its id, which is answered by 404. */
const expectNowhere = (id: string, answers: Answers): void => {
  const where = Object.entries(answers).filter(([, answer]) => idsIn(answer).has(id));
  if (where.length > 0) fail('P2 a campaign that is not theirs to know', [id, where]);
};

const expectOwnMailOnly = (person: string, answers: Answers): void => {
  const box = answers['GET /api/notifications'] as
    { items: { recipient: { personId: string } | null }[] } | undefined;
  const foreign = (box?.items ?? []).filter(({ recipient }) => recipient?.personId !== person);
  if (foreign.length > 0) fail('P2 what was sent to somebody else', { person, foreign });
};

/** P3: what changes where somebody is not concerned changes no byte of their answers. */
export const expectUnchanged = (before: Answers, after: Answers): void => {
  expectSubset('P3 routes', Object.keys(after), new Set(Object.keys(before)));
  for (const [route, answer] of Object.entries(after))
    if (textOf(answer) !== textOf(before[route])) fail(`P3 ${route}`, [before[route], answer]);
};

export const areUnconcerned = (told: Told, person: string): readonly number[] =>
  told.campaigns.flatMap(({ campaign }, at) => (isConcerned(campaign, told.directory, person) ? [] : [at]));

const without = (directory: Directory, personId: string, at: number): Directory => {
  const held = postsOf(directory, personId)[at];
  return produce(directory, (draft) => {
    if (!held) return;
    const recorded = { version: 0, at: '2026-03-02T02:00:00.000Z', actor: { kind: 'system' as const } };
    const event = { type: 'TenureEnded' as const, data: { ...held, personId, on: '2026-03-02' } };
    directoryDecider.evolve(draft as DirectoryState, event, recorded);
  });
};

/** P5: whoever loses a post is shown nothing that they were not shown before. */
export const expectMonotone = (world: Readable, person: string, answers: Answers): void => {
  const problems = world.campaigns.flatMap(({ campaign }) => [campaign.id, ...campaign.order]);
  const shown = Object.values(answers);
  const known = { ids: idsIn(shown), words: wordsIn(shown), owed: obligationIds(shown) };
  postsOf(world.directory, person).forEach((_, at) => {
    const fewer = { ...world, directory: without(world.directory, person, at) };
    const then = Object.values(answersInMemory(fewer, person));
    const ids = idsIn(then);
    const seen = problems.filter((id) => ids.has(id));
    expectSubset('P5 campaigns and problems', seen, known.ids);
    const words = [...wordsIn(then)].filter((word) => /^«(title|word):/.test(word));
    expectSubset('P5 words', words, known.words);
    expectSubset('P5 obligations', obligationIds(then), known.owed);
  });
};

/** P6: what waits for somebody is shown to them, with its problem in full; and the records of their unit. */
export const expectNeverEmpty = (world: Readable, person: string, answers: Answers): number => {
  const mine = obligationIds(answers['GET /api/obligations']);
  let found = 0;
  for (const { campaign } of world.campaigns) {
    const path = `GET /api/campaigns/${campaign.id}`;
    const owed = obligations(campaign).filter(
      ({ since, holder }) =>
        since <= civilDateOf(world.now) &&
        resolveHolder(holder, world.directory, campaign.unitId).people.some(
          ({ personId }) => personId === person,
        ),
    );
    for (const { key, subject } of owed) {
      found += 1;
      const id = `"id":"${publicId(campaignStream(campaign.id), key)}"`;
      if (!mine.has(id) || answers[path] === null) fail('P6 what waits is not shown', { person, key });
      if (subject.problemId === undefined) continue;
      const ledger = answers[`${path}/problems`] as { items: { id: string; masked: boolean }[] };
      const row = ledger.items.find((each) => each.id === subject.problemId);
      if (row?.masked !== false) fail('P6 its problem is not shown in full', { person, key });
    }
    if (postsOf(world.directory, person).some(({ unitId }) => unitId === campaign.unitId)) {
      found += 1;
      const isListed = idsIn(answers['GET /api/campaigns']).has(campaign.id);
      if (!isListed || !textOf(answers[`${path}/timeline`]).includes('CampaignLaunched'))
        fail('P6 the records of the own unit are not shown', { person, campaign: campaign.id });
    }
  }
  return found;
};
