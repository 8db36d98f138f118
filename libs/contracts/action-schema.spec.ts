import { actionSchema, commandSchema } from './action-schema';
import { catalogue } from './command-catalog';

type Schema = { properties: Record<string, Record<string, unknown>>; required: string[] };
const schemaOf = (...asked: Parameters<typeof actionSchema>) => actionSchema(...asked) as unknown as Schema;

describe("an action's schema", () => {
  it('RR3.8 is complete by itself for every command', () => {
    for (const { type } of catalogue) {
      const schema = commandSchema(type);
      for (const shape of (schema as { anyOf?: readonly object[] }).anyOf ?? [schema])
        expect(shape).toMatchObject({ type: 'object', additionalProperties: false });
      expect(JSON.stringify(schema)).not.toContain('$ref');
    }
  });

  it('fixes what names the thing, and proposes the rest', () => {
    const { properties } = schemaOf('SubmitPlan', { problemId: 'p', dueOn: '2026-05-29' });
    expect(properties['problemId']).toMatchObject({ const: 'p' });
    expect(properties['dueOn']).toMatchObject({ default: '2026-05-29', format: 'date' });
    expect(properties['dueOn']).not.toHaveProperty('const');
  });

  it('asks for the very items, with the answers that they take', () => {
    const defaults = { answers: [{ item: 'A1-1' }, { item: 'A1-2' }] };
    const items = (isClue: boolean) =>
      schemaOf('AnswerCheckItems', defaults, isClue).properties['answers'] as {
        maxItems: number;
        items: Schema;
      };
    expect(items(false)).toMatchObject({
      maxItems: 2,
      items: { properties: { item: { enum: ['A1-1', 'A1-2'] } } },
    });
    expect(items(false).items.properties['answer']).toMatchObject({
      enum: ['noProblem', 'problem', 'notApplicable', 'toCheck'],
    });
    expect(items(false).items.properties).toHaveProperty('problems');
    expect(items(true).items.properties['answer']).toMatchObject({ enum: ['handedOver', 'notApplicable'] });
    expect(items(true).items.properties).not.toHaveProperty('problems');
  });

  it('offers every outcome of a triage and every fix type', () => {
    expect(schemaOf('TriageProblem', {}).properties['decision']).toMatchObject({
      enum: ['include', 'exclude', 'handOver'],
    });
    expect(schemaOf('IssueProblem', {}).properties['fixType']).toMatchObject({
      enum: ['immediate', 'timeLimited', 'sustained'],
    });
  });
});
