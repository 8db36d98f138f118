import { given, stateAfter } from '@rectify/testing';
import { alice, branch, context, secretaryOf } from '../directory/directory.examples';
import { shippedTemplates } from './shipped';
import { templateDecider, type PublishTemplate } from './template.decider';
import type { TemplateDefinition } from './template.definition';
import type { TemplateEvent } from './template.events';

const [blandCasual, vulgarised] = shippedTemplates() as [TemplateDefinition, TemplateDefinition];
const publish = (definition: TemplateDefinition): PublishTemplate => ({
  type: 'PublishTemplate',
  data: { definition },
});
const published = (definition: TemplateDefinition, version = 1): TemplateEvent => ({
  type: 'TemplatePublished',
  data: { version, definition },
});

/** The shipped definition with one value changed, by its path. */
const having = (path: string, value: unknown): TemplateDefinition => {
  const copy = JSON.parse(JSON.stringify(blandCasual)) as Record<string, unknown>;
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() as string;
  const owner = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  owner[last] = value;
  return copy as unknown as TemplateDefinition;
};
const without = (kind: string) =>
  having(
    'stages',
    blandCasual.stages.filter((stage) => stage.kind !== kind),
  );
const item = blandCasual.aspects[0]?.items[0];

describe('publishing a template', () => {
  it.each(shippedTemplates().map((definition) => [definition.slug, definition] as const))(
    'accepts the shipped %s',
    (_slug, definition) => {
      given(templateDecider).when(publish(definition), context()).then(published(definition)).thenAs(null);
    },
  );

  it('belongs to the system and to secretaries', () => {
    given(templateDecider)
      .when(publish(blandCasual), context(secretaryOf.branch))
      .thenAs({ unitId: branch, post: 'secretary' });
    given(templateDecider).when(publish(blandCasual), context(alice)).thenRefused('NOT_YOURS');
  });

  it('changes nothing with the same definition, in whatever order its fields stand', () => {
    const reordered = Object.fromEntries(
      Object.entries(blandCasual).reverse(),
    ) as unknown as TemplateDefinition;
    given(templateDecider, published(blandCasual)).when(publish(reordered), context()).then();
  });

  it('is the next version with another, and keeps its slug', () => {
    const changed = having('title', '排查整治（修订）');
    given(templateDecider, published(blandCasual))
      .when(publish(changed), context())
      .then(published(changed, 2));
    expect(stateAfter(templateDecider, published(blandCasual), published(changed, 2))).toEqual({
      slug: 'bland-casual',
      version: 2,
      latest: changed,
    });
    given(templateDecider, published(blandCasual))
      .when(publish(vulgarised), context())
      .thenRefused('TEMPLATE_OTHER_SLUG', 'definition.slug');
  });

  it.each<[string, unknown, string, string?]>([
    ['format', 2, 'INVALID'],
    ['slug', 'Bland casual', 'INVALID'],
    ['prefix', 'P', 'INVALID'],
    ['title', '', 'TEXT_NOT_ACCEPTED'],
    ['title', '字'.repeat(201), 'TEXT_NOT_ACCEPTED'],
    ['titleEn', 'two\nlines', 'TEXT_NOT_ACCEPTED'],
    ['basis', 'a b', 'INVALID'],
    ['leadingGroup.posts', [], 'INVALID'],
    ['leadingGroup.head', 'liaison', 'INVALID'],
    ['leadingGroup.atLeast', 0, 'INVALID'],
    ['aspects', [], 'INVALID'],
    ['aspects[0].items', [], 'INVALID'],
    ['aspects[1].code', 'B1', 'NOT_UNIQUE'],
    ['aspects[1].owner', 'boss', 'UNKNOWN_POST'],
    ['aspects[1].lead', 'secretary@child', 'UNKNOWN_POST'],
    ['aspects[0].items[3].code', item?.code, 'NOT_UNIQUE'],
    ['aspects[0].items[3].code', 'b1', 'INVALID'],
    ['aspects[0].items[0].text', '字'.repeat(501), 'TEXT_NOT_ACCEPTED'],
    ['aspects[0].items[0].fix', 'later', 'INVALID'],
    [
      'aspects[0].items[0]',
      { ...item, clue: true, minimumEvidence: '记录' },
      'INVALID',
      'aspects[0].items[0].minimumEvidence',
    ],
    ['aspects[0].items[0].answerMode', 'sourceCounts', 'INVALID'],
    ['stages', [...blandCasual.stages].reverse(), 'STAGE_MISPLACED', 'stages[1].kind'],
    ['stages[0]', blandCasual.stages[1], 'NOT_UNIQUE', 'stages[1].kind'],
    ['stages[0].kind', 'party', 'STAGE_MISPLACED'],
    ['stages[1].length', { n: 0, unit: 'workingDay' }, 'OUT_OF_BOUNDS'],
    ['stages[1].length', { n: 2, unit: 'year' }, 'OUT_OF_BOUNDS'],
    ['stages[5].after', 'party', 'INVALID'],
    ['stages[1].approvals', [], 'INVALID'],
    ['stages[1].approvals[0].post', ['secretary', 'secretary'], 'INVALID'],
    ['stages[1].approvals[0].post', ['chairman'], 'UNKNOWN_POST', 'stages[1].approvals[0].post[0]'],
    ['duties.reviewer', [], 'INVALID'],
    ['distinct', [['owner']], 'INVALID', 'distinct[0]'],
    ['vote.rule', 'unanimous', 'INVALID'],
    ['vote.rule', { atLeast: 0 }, 'INVALID'],
    ['vote.presentAtLeast', [3, 2], 'INVALID'],
    ['vote.atLeastEligible', 51, 'INVALID'],
    ['planChain', [], 'INVALID'],
    ['planChain[0].duty', 'owner', 'INVALID'],
    ['handlingLimits.submitPlan', undefined, 'INVALID'],
    ['handlingLimits.submitPlan', 'someday', 'INVALID'],
    ['handlingLimits.submitPlan', { n: 5_000, unit: 'workingDay' }, 'OUT_OF_BOUNDS'],
    ['handlingRoll', 'back', 'INVALID'],
    ['fixTypes.immediate.max', { n: 61, unit: 'calendarDay' }, 'OUT_OF_BOUNDS'],
    ['fixTypes.timeLimited.max', { n: 13, unit: 'month' }, 'OUT_OF_BOUNDS'],
    ['ladders.work', [], 'INVALID'],
    ['ladders.work[1].at', -8, 'INVALID'],
    ['ladders.work[1].rung', 'T-7', 'NOT_UNIQUE'],
    ['ladders.work[0].do', 'punish', 'INVALID'],
    ['ladders.work[0].letter', 'circular', 'INVALID'],
    ['ladders.work[6].letter', undefined, 'INVALID'],
    ['ladders.work[0].to', [], 'INVALID'],
    ['ladders.work[0].to', ['everybody'], 'UNKNOWN_POST', 'ladders.work[0].to[0]'],
    ['ladders.work[4].copy', ['boss'], 'UNKNOWN_POST', 'ladders.work[4].copy[0]'],
    ['activities[0].kind', 'banquet', 'INVALID'],
    ['activities[0].zh', '', 'TEXT_NOT_ACCEPTED'],
    ['activities[0].stage', 'party', 'INVALID'],
    ['activities[0].times', 0, 'OUT_OF_BOUNDS'],
    ['activities[4].times', 2, 'OUT_OF_BOUNDS'],
    ['activities[1].kind', 'theoryStudy', 'NOT_UNIQUE'],
    ['activities[0].owner', ['boss'], 'UNKNOWN_POST', 'activities[0].owner[0]'],
    ['ladders.byKind.work', [], 'INVALID', 'ladders.byKind'],
    ['sendWindow.from', '8:30', 'INVALID'],
    ['sendWindow.to', '08:00', 'INVALID'],
    ['ladders.fallsDueAt', '09:00', 'INVALID'],
    ['letters[0].zh', '', 'TEXT_NOT_ACCEPTED'],
  ])('refuses %s = %j as %s', (path, value, code, field = path) => {
    given(templateDecider)
      .when(publish(having(path, value)), context())
      .thenRefused(code, `definition.${field}`);
  });

  it.each(['screening', 'problemList', 'measures', 'deadlines', 'signOff'])(
    'refuses to do without %s',
    (kind) => {
      given(templateDecider)
        .when(publish(without(kind)), context())
        .thenRefused('STAGE_MISSING', 'definition.stages');
    },
  );

  it.each(['mobilisation', 'summary', 'lookBack'])('R3.1 does without %s', (kind) => {
    given(templateDecider)
      .when(publish(without(kind)), context())
      .then(published(without(kind)));
  });

  it('refuses what would not fit an event', () => {
    const many = Array.from({ length: 400 }, (_, n) => ({
      ...item,
      code: `B1-${n}`,
      text: '是否'.repeat(30),
    }));
    given(templateDecider)
      .when(publish(having('aspects[0].items', many)), context())
      .thenRefused('TEMPLATE_TOO_LARGE');
  });
});
