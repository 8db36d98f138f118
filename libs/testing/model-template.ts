import type { Template, TemplateDefinition } from '@rectify/domain';
import { templateState } from './organisation';

type Stage = TemplateDefinition['stages'][number];
type Aspect = TemplateDefinition['aspects'][number];

/**
 * A small campaign for model tests: three aspects of two items, one of them a clue item, short windows, and a
 * rectification stage with a chain of two steps, so that few moves reach its end.
 */
export const modelTemplate = (): Template => {
  const template = templateState();
  if (!template.latest) throw new Error('no template');
  return { ...template, latest: small(template.latest) };
};

const small = (definition: TemplateDefinition): TemplateDefinition => ({
  ...definition,
  aspects: definition.aspects.filter(({ code }) => ['B1', 'B3', 'B5'].includes(code)).map(shortened),
  stages: definition.stages.map(quick),
  publicNotice: 'offered',
});

const shortened = (aspect: Aspect): Aspect => ({
  ...aspect,
  items: aspect.items
    .slice(0, 2)
    .map((item, index) => ({ ...item, clue: aspect.code === 'B5' && index === 1 })),
});

const quick = (stage: Stage): Stage => {
  if (stage.kind === 'deadlines') {
    const approvals = [
      { post: ['disciplineMember', 'organisationMember'] as const },
      { post: ['secretary'] as const },
    ];
    return { ...stage, length: { n: 1, unit: 'month' }, approvals };
  }
  const sooner = stage.lag ? { lag: { n: 5, unit: 'workingDay' } as const } : {};
  return { ...stage, ...sooner, length: { n: 4, unit: 'workingDay' } };
};
