import {
  dutyKinds,
  exitConditions,
  MAX_DURATION,
  MAX_NTH_AFTER_HOLIDAY,
  stageKinds,
  stepUses,
  type TemplateDefinition,
} from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { line, post, postRef, slug, upTo } from './primitives';

/** The shape of a template as published. Its bounds and cross-references are the domain's rules (template.validation). */
const { template: bound } = LIMITS;
const key = upTo(bound.key, 1);
const name = upTo(bound.text, 1);
const posts = z.array(postRef).min(1).max(bound.posts);
const stageKind = z.enum(stageKinds);
export const duration = z.strictObject({
  n: z.int().min(0).max(MAX_DURATION.calendarDay),
  unit: z.enum(['calendarDay', 'workingDay', 'month']),
});
const roll = z.union([
  z.enum(['none', 'next', 'earlier']),
  z.strictObject({ nthAfterHoliday: z.int().min(1).max(MAX_NTH_AFTER_HOLIDAY) }),
]);
const some = <T extends z.ZodType>(item: T, max: number = bound.listed) => z.array(item).max(max);

const item = z.strictObject({
  code: key,
  text: name,
  fix: z.enum(['immediate', 'timeLimited', 'sustained']),
  clue: z.boolean(),
  lean: z.enum(['blandness', 'casualness', 'vulgarisation']).exactOptional(),
  answerMode: z.enum(['noText', 'sourceCounts']).exactOptional(),
  minimumEvidence: name.exactOptional(),
});
const aspect = z.strictObject({
  code: key,
  name,
  owner: postRef,
  lead: postRef,
  items: some(item, bound.items),
});

/** The posts of each step, in the order of the chain. */
export const chain = z.array(posts).min(1).max(bound.steps);
const postStep = z.strictObject({ post: posts, when: z.literal('noticeAsks').exactOptional() });
const opens = z.union([
  z.strictObject({ on: z.literal('launch') }),
  z.strictObject({
    on: z.enum(['closed', 'opened']),
    of: z.union([stageKind, z.literal('previous')]),
    lag: z.literal(true).exactOptional(),
  }),
]);
const stage = z.strictObject({
  kind: stageKind,
  length: duration,
  lag: duration.exactOptional(),
  after: stageKind.exactOptional(),
  opens,
  exit: some(z.enum(exitConditions)),
  approvals: some(postStep, bound.steps),
  vacuousWhenNoProblem: z.boolean(),
});

const fix = { roll, planApproval: z.boolean() };
const immediate = z.strictObject({ default: duration, max: duration, ...fix });
const rung = z.strictObject({
  rung: key,
  at: z.int().min(-bound.rungDays).max(bound.rungDays),
  do: z.enum(['remind', 'remindOverdue', 'urge', 'draftLetter', 'escalate']),
  letter: key.exactOptional(),
  to: some(key),
  copy: some(key).exactOptional(),
});
export const rungs = some(rung, bound.rungs);
const duty = z.enum(dutyKinds);

export const templateDefinition = z.strictObject({
  format: z.literal(1),
  slug,
  prefix: key,
  title: line(LIMITS.text.title),
  titleEn: line(LIMITS.text.title),
  origin: z.enum(['notice', 'own', 'plan']),
  basis: key,
  sources: some(key),
  sourcesSince: key.exactOptional(),
  leadingGroup: z.strictObject({ posts: some(post), head: post, atLeast: z.int().min(1).max(bound.members) }),
  aspects: some(aspect),
  stages: some(stage, stageKinds.length),
  duties: z.strictObject({
    lead: posts,
    reviewer: posts,
    acceptor: posts,
    signer: posts,
    triager: posts,
    examiner: posts.exactOptional(),
  }),
  distinct: some(some(duty)),
  mayCoincide: some(some(duty)),
  planChain: some(z.union([z.strictObject({ duty: z.literal('lead') }), postStep]), bound.steps),
  vote: z
    .strictObject({
      rule: z.union([
        z.enum(['majorityOfEligible', 'allOfEligible']),
        z.strictObject({ atLeast: z.int().min(1).max(bound.members) }),
      ]),
      presentAtLeast: z.tuple([z.int().min(1).max(bound.members), z.int().min(1).max(bound.members)]),
      atLeastEligible: z.int().min(1).max(bound.members),
    })
    .exactOptional(),
  handlingLimits: z.record(
    key,
    z.union([
      duration,
      z.enum(['stageEnd', 'measure.dueOn', 'problem.dueOn', 'activity.dueOn', 'pledge.dueOn']),
    ]),
  ),
  handlingRoll: roll,
  fixTypes: z.strictObject({
    immediate,
    timeLimited: immediate.extend({ offered: some(duration) }),
    sustained: z.strictObject({
      firstResult: duration,
      cycle: duration,
      cycleEnds: z.literal('quarterEnd'),
      ...fix,
    }),
  }),
  ladders: z.strictObject({
    work: rungs,
    decision: rungs,
    answer: rungs,
    byKind: z.strictObject({ work: some(key), decision: some(key), answer: some(key) }),
    fallsDueAt: key,
  }),
  sendWindow: z.strictObject({ from: key, to: key }),
  activities: some(
    z.strictObject({
      kind: key,
      zh: name,
      stage: stageKind,
      times: z.int().min(0).max(bound.times),
      owner: posts.exactOptional(),
    }),
  ),
  letters: some(z.strictObject({ kind: key, zh: name, number: name.exactOptional() })),
  reports: z.enum(['none', 'asNoticeSays']),
  publicNotice: z.enum(stepUses),
  rectification: z
    .strictObject({
      extension: z.strictObject({
        lateRequest: z.enum(['refuse', 'record']),
        maxCount: z.int().min(0).max(bound.extensions),
        cumulativeCap: duration,
      }),
      grantable: some(duration),
      onSiteCheck: z.enum(stepUses),
      noticeLength: duration,
      sampling: z.strictObject({
        percent: z.int().min(1).max(bound.percent),
        atLeast: z.int().min(1).max(bound.sample),
      }),
    })
    .exactOptional(),
}) satisfies z.ZodType<TemplateDefinition>;
