import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '@rectify/contracts';
import { commandTypes, matrix, processCommands, separationRules } from '@rectify/domain';
import { authorityTable, withTable } from '../authority/authority-table';

const specs = ['separation-of-duties.rules.spec.ts', 'own-date.spec.ts'];
const document = readFileSync(path.resolve(__dirname, '../../docs/authority.md'), 'utf8');

describe('RR1.1 docs/authority.md says who may do what, as the code has it', () => {
  it('has the matrix of today (else: npm run authority)', () => {
    expect(document.split('\n')).toEqual(expect.arrayContaining([...authorityTable()]));
    expect(withTable(document)).toBe(document);
  });

  it('has a sentence for each rule of separation, and every rule a directed spec and a command that it binds', () => {
    const written = [...document.matchAll(/^\| (C\d+) \| .{20,}/gm)].map(([, rule]) => rule);
    expect(written).toEqual([...separationRules]);
    const directed = specs
      .map((spec) => readFileSync(path.resolve(__dirname, '../../libs/domain/campaign', spec), 'utf8'))
      .join('\n');
    const shown = [...directed.matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*'(C\d+) /g)].map(([, rule]) => rule);
    expect(separationRules.filter((rule) => !shown.includes(rule))).toEqual([]);
    const binding = new Set(commandTypes.flatMap((type) => matrix[type].rules ?? []));
    expect(separationRules.filter((rule) => !binding.has(rule))).toEqual([]);
  });
});

describe('the API offers what the matrix has', () => {
  it('every command but the process’s own, and on their own paths launching and the file of the organisation', () => {
    const offered = catalogue.map(({ type }) => type);
    expect([...offered, 'LaunchCampaign', 'ImportOrganisation', ...processCommands].sort()).toEqual(
      [...commandTypes].sort(),
    );
    expect([...processCommands].sort()).toEqual(['IssueReminders', 'OpenStage', 'RecomputeDates']);
  });

  it('C12 every command that binds an approval to its basis asks for the hash, and no other takes one', () => {
    const asking = catalogue.filter(
      ({ schema }) => 'basisHash' in ((schema as unknown as Shaped).shape ?? {}),
    );
    const bound = commandTypes.filter((type) => matrix[type].rules?.includes('C12'));
    expect(asking.map(({ type }) => type).sort()).toEqual([...bound].sort());
  });

  it('asks for the password where a person signs, and delegates nothing that commits the unit', () => {
    const signed = catalogue.filter(({ reauth }) => reauth).map(({ type }) => type);
    expect(signed).toEqual(commandTypes.filter((type) => matrix[type].reauth));
    const committing = ['CastVote', 'SignOffProblem', 'SignOffCampaign', 'TriageProblem', 'IssueProblem'];
    const more = ['AssignDuty', 'TerminateProblem', 'RecordVerdict', 'SignPledge', 'LaunchCampaign'];
    const delegable = commandTypes.filter((type) => matrix[type].delegable);
    expect(delegable.filter((type) => [...committing, ...more].includes(type))).toEqual([]);
  });
});

interface Shaped {
  /** A union has none. */
  readonly shape?: object;
}
