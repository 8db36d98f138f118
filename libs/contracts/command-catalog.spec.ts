import { shippedTemplates } from '@rectify/domain';
import { catalogue, catalogueEntry, commandPath, kebab } from './command-catalog';
import { campaignCommands } from './commands.campaign';
import { problemCodes, statusOf } from './status';
import { templateDefinition } from './template';

describe('the catalogue', () => {
  it('calls commands by their names in small letters', () => {
    expect(kebab('PassReview')).toBe('pass-review');
    expect(commandPath(catalogueEntry('AnswerCheckItems')!, 'x')).toBe(
      '/api/campaigns/x/commands/answer-check-items',
    );
  });

  it('names each command once, and offers none of the process', () => {
    const names = catalogue.map(({ aggregate, name }) => `${aggregate}/${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(['OpenStage', 'IssueReminders', 'RecomputeDates', 'LaunchCampaign'].map(catalogueEntry)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says of which commands a person proves anew that it is they', () => {
    const asked = catalogue.filter(({ reauth }) => reauth).map(({ type }) => type);
    expect(asked).toEqual(['PassReview', 'AcceptCompletion', 'SignOffProblem', 'SignOffCampaign']);
  });

  it('refuses every field of every other command', () => {
    const fields = new Set(Object.values(campaignCommands).flatMap((schema) => Object.keys(schema.shape)));
    for (const { type, schema } of catalogue.filter(({ aggregate }) => aggregate === 'campaign')) {
      const own = Object.keys((schema as unknown as { shape: object }).shape);
      for (const field of [...fields, '__proto__x', 'constructor', 'by', 'at'].filter(
        (each) => !own.includes(each),
      )) {
        const issues = schema.safeParse({ [field]: 'x' }).error?.issues ?? [];
        const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
        expect([type, unknown]).toEqual([type, [field]]);
      }
    }
  });

  it('takes every shipped template as it is', () => {
    for (const definition of shippedTemplates())
      expect(templateDefinition.parse(definition)).toEqual(definition);
  });
});

describe('the status table', () => {
  it('RR3.10 has a status for every code, as the rulings give them', () => {
    const of = (...codes: Parameters<typeof statusOf>[0][]) => codes.map(statusOf);
    expect(of('VALIDATION', 'DUE_BEFORE_START', 'NO_SESSION', 'NOT_YOURS', 'NOT_FOUND')).toEqual([
      400, 400, 401, 403, 404,
    ]);
    expect(of('BASIS_CHANGED', 'ALREADY_DECIDED', 'KEY_IN_FLIGHT', 'SEPARATION_OF_DUTIES')).toEqual([
      409, 409, 409, 409,
    ]);
    expect(of('STALE_VERSION', 'TOO_LARGE', 'KEY_REUSED', 'RATE_LIMITED', 'UNAVAILABLE')).toEqual([
      412, 413, 422, 429, 503,
    ]);
    expect(problemCodes.every((code) => statusOf(code) >= 400)).toBe(true);
  });
});
