import { shippedTemplates } from './shipped';
import { answersFor, type TemplateDefinition } from './template.definition';
import { sizeOfDefinition } from './template.validation';

const templates = shippedTemplates();
const bySlug = (slug: string) => templates.find((template) => template.slug === slug) as TemplateDefinition;
const itemsOf = (definition: TemplateDefinition) => definition.aspects.flatMap(({ items }) => items);

describe('the shipped templates', () => {
  it('are three, each with its items and in an event’s bounds', () => {
    expect(templates.map(({ slug }) => [slug, itemsOf(bySlug(slug)).length])).toEqual([
      ['bland-casual', 68],
      ['vulgarised-transactional', 51],
      ['discipline-conduct', 38],
    ]);
    for (const template of templates) expect(sizeOfDefinition(template)).toBeLessThan(48 * 1024);
  });

  it('are fresh data on each call, and JSON', () => {
    expect(shippedTemplates()).toEqual(templates);
    expect(shippedTemplates()[0]).not.toBe(templates[0]);
    expect(JSON.parse(JSON.stringify(templates))).toEqual(templates);
  });

  it('take of another list only what they name', () => {
    const aspects = bySlug('vulgarised-transactional').aspects;
    expect(aspects.find(({ code }) => code === 'B4')?.items.map(({ code }) => code)).toEqual([
      'B4-2',
      'B4-3',
    ]);
    const leaning = aspects
      .filter(({ code }) => ['B1', 'B2', 'B3', 'B5'].includes(code))
      .flatMap(({ items }) => items);
    expect(new Set(leaning.map(({ lean }) => lean))).toEqual(new Set(['vulgarisation']));
  });

  it('RR2.20 let clue items be handed over or not applicable, and nothing else', () => {
    const clues = templates.flatMap(itemsOf).filter(({ clue }) => clue);
    expect(clues).toHaveLength(10);
    for (const item of clues) {
      expect(answersFor(item)).toEqual(['handedOver', 'notApplicable']);
      expect(item.minimumEvidence).toBeUndefined();
    }
    expect(answersFor({ clue: false })).toEqual(['noProblem', 'problem', 'notApplicable', 'toCheck']);
  });

  it('R3.1 R3.2 carry the stages with lengths, exits and chains', () => {
    const { stages } = bySlug('bland-casual');
    expect(stages.map(({ kind }) => kind)).toEqual([
      'mobilisation',
      'screening',
      'problemList',
      'measures',
      'deadlines',
      'signOff',
      'summary',
      'lookBack',
    ]);
    expect(stages.find(({ kind }) => kind === 'signOff')).toMatchObject({
      length: { n: 10, unit: 'workingDay' },
      after: 'deadlines',
      opens: { on: 'opened', of: 'deadlines' },
      approvals: [
        { post: ['disciplineMember', 'organisationMember'] },
        { post: ['secretary'] },
        { post: ['supervisor@parent'], when: 'noticeAsks' },
      ],
    });
    expect(stages.find(({ kind }) => kind === 'lookBack')?.lag).toEqual({ n: 3, unit: 'month' });
  });

  it('R5.1 RR2.6 carry limits, ladders and the send window', () => {
    const { handlingLimits, handlingRoll, ladders, sendWindow } = bySlug('discipline-conduct');
    expect(handlingLimits).toMatchObject({
      submitPlan: { n: 5, unit: 'workingDay' },
      confirmScreening: 'stageEnd',
    });
    expect(handlingRoll).toBe('next');
    expect(ladders.work.map(({ rung }) => rung)).toContain('T+30');
    expect(sendWindow).toEqual({ from: '08:30', to: '18:00' });
  });
});
