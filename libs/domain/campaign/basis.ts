import { hashOf } from '../kernel/hash';
import type { Json } from '../kernel/kernel';
import { rulesInForce } from './activities';
import type { StageInUse } from './campaign.events';
import {
  allItems,
  assignmentKey,
  goneProblems,
  includedProblems,
  type Campaign,
  type ReadonlyProblem,
} from './campaign.state';
import { forcedStages, summary } from './summary';

/**
 * What an approval approves, frozen: the function's name and version, and its result – ids with the hashes of their
 * texts. A published function never changes; a change is a new version beside it.
 */
export interface Basis {
  readonly fn:
    | 'stage-mobilisation@1'
    | 'screening@1'
    | 'screening@2'
    | 'problem-list@1'
    | 'problem-list@2'
    | 'stage-measures@1'
    | 'stage-deadlines@1'
    | 'stage-sign-off@1'
    | 'summary@1'
    | 'summary@2'
    | 'look-back-population@1'
    | 'stage-look-back@1'
    | 'stage-look-back@2';
  readonly content: Json;
}

export const basisHash = (basis: Basis): string => hashOf(basis);

/** Every answer and the outcome of every report; where problems of other campaigns are linked, `@2`, which names them. */
export const screeningBasis = (campaign: Campaign): Basis => {
  const found = {
    answers: allItems(campaign).map(({ code }) => [code, campaign.answers[code]?.answer ?? null]),
    problems: campaign.order.map((id) => {
      const problem = campaign.problems[id];
      return [id, problem?.textHash ?? null, problem?.number ?? null];
    }),
  };
  const links = campaign.links.map(({ item, campaignId, problemId, code }) => [
    item,
    campaignId,
    problemId,
    code,
  ]);
  return links.length === 0
    ? { fn: 'screening@1', content: found }
    : { fn: 'screening@2', content: { ...found, links } };
};

/**
 * The listed problems with the hashes of their texts; where some were merged or split, `@2`, which also says what became
 * of each number that is not on the list.
 */
export const problemListBasis = (campaign: Campaign): Basis => {
  const listed = includedProblems(campaign).map(({ number, id, textHash }) => [number, id, textHash]);
  const gone = goneProblems(campaign).map(({ number, id, goneInto }) => [
    number,
    id,
    [...(goneInto?.problems ?? [])],
  ]);
  return gone.length === 0
    ? { fn: 'problem-list@1', content: listed }
    : { fn: 'problem-list@2', content: { listed, gone } };
};

/** The content of a stage, which the steps of its chain approve. */
export const stageBasis = (campaign: Campaign, stage: StageInUse): Basis => {
  switch (stage) {
    case 'mobilisation':
      return mobilisationBasis(campaign);
    case 'screening':
      return screeningBasis(campaign);
    case 'problemList':
      return problemListBasis(campaign);
    case 'measures':
      return ofEach(campaign, 'stage-measures@1', ({ fixType, plan, dueOn }) => [
        fixType,
        plan?.hash ?? null,
        dueOn,
      ]);
    case 'deadlines':
      return ofEach(campaign, 'stage-deadlines@1', ({ plan, claim }) => [
        plan?.hash ?? null,
        claim?.hash ?? null,
      ]);
    case 'signOff':
      return ofEach(campaign, 'stage-sign-off@1', ({ claim, closed }) => [
        claim?.hash ?? null,
        closed?.on ?? null,
        closed?.late ?? null,
      ]);
    case 'summary':
      return summaryBasis(campaign);
    case 'lookBack':
      return lookBackBasis(campaign);
  }
};

/** What was drawn and by which seed, and what was found: verdicts with the hashes of their texts. */
const lookBackBasis = (campaign: Campaign): Basis => ({
  fn: 'stage-look-back@2',
  content: {
    samples: campaign.samples.map(({ round, seed, basisHash: of }) => [round, seed, of]),
    problems: includedProblems(campaign).map(({ id, claimRound, closed, verdicts }) => [
      id,
      claimRound,
      closed?.on ?? null,
      verdicts.map(({ round, verdict, looked, evidence }) => [round, verdict, hashOf({ looked, evidence })]),
    ]),
  },
});

/** Who answers for which aspect: the post, and the person where one was assigned. */
const mobilisationBasis = ({ plan, assigned }: Campaign): Basis => ({
  fn: 'stage-mobilisation@1',
  content: plan.aspects.map(({ code, owner }) => [
    code,
    owner,
    assigned[assignmentKey('aspectOwner', code)] ?? null,
  ]),
});

/** Numbers of papers are as long as people write them: their hash proves them. */
const hashed = (texts: readonly string[]): Json => ({ count: texts.length, hash: hashOf(texts) });

const counted = (ids: readonly string[]): Json => ({ count: ids.length, ids: [...ids] });

const resultOf = (campaign: Campaign): { [part: string]: Json } => {
  const { problems, measures, closed, sustained } = summary(campaign);
  return {
    problems: counted(problems),
    measures: counted(measures),
    completed: counted(closed),
    sustained: counted(sustained),
    forced: forcedStages(campaign).map(({ stage, on }) => [stage, on]),
  };
};

/**
 * The four numbers of the result sentence with the ids that prove them, every stage that was forced, and the hash of the
 * rules made, by their numbers: who approves it with none says that there are none.
 */
export const summaryBasis = (campaign: Campaign): Basis => ({
  fn: 'summary@2',
  content: {
    ...resultOf(campaign),
    rulesMade: hashed(rulesInForce(campaign).map(({ number }) => number)),
  },
});

/** What was approved before rules made were part of it; such an approval stands as it was given. */
export const summaryBasis1 = (campaign: Campaign): Basis => ({
  fn: 'summary@1',
  content: resultOf(campaign),
});

const ofEach = (campaign: Campaign, fn: Basis['fn'], row: (problem: ReadonlyProblem) => Json[]): Basis => ({
  fn,
  content: includedProblems(campaign).map((problem) => [problem.id, ...row(problem)]),
});

/** The hash that the steps of a stage's chain sign. */
export const stageHash = (campaign: Campaign, stage: StageInUse): string =>
  basisHash(stageBasis(campaign, stage));
