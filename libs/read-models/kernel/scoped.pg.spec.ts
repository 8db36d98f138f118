import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admits, readable, type Condition, type Grounds, type Scope } from '@rectify/domain';
import { propertyRuns } from '@rectify/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import { predicate } from './scoped';

const ids = Array.from({ length: 6 }, (_, n) => `01900000-0000-7000-8000-00000000000${n}`);
const anId = fc.constantFrom(...ids);
const someIds = fc.uniqueArray(anId, { maxLength: 4 });
const aRow = fc.record({
  unit: fc.option(anId),
  campaign: fc.option(anId),
  problem: fc.option(anId),
  person: fc.option(anId),
  refs: someIds,
});
const lists = [
  ...(['self', 'units', 'below', 'led', 'group', 'filled', 'inspected', 'inspectedF2'] as const),
  ...(['owing', 'kept', 'campaigns', 'problems'] as const),
] as const;
const aScope = fc
  .record(Object.fromEntries(lists.map((list) => [list, someIds])))
  .map((scope) => scope as unknown as Scope);
const aCondition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      column: fc.constantFrom('unit', 'campaign', 'problem', 'person', 'refs'),
      in: fc.constantFrom(...lists),
    }),
    fc.array(tie('any'), { maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.array(tie('any'), { maxLength: 3 }).map((allOf) => ({ allOf })),
  ),
})).any;

const COLUMNS = { unit: 'unit', campaign: 'campaign', problem: 'problem', person: 'person', refs: 'refs' };

describe('the two interpreters of a condition', () => {
  let server: TestPostgres;
  let client: Client;

  beforeAll(async () => {
    server = await testPostgres();
    client = new Client({ connectionString: await server.freshDatabase() });
    await client.connect();
    await client.query(
      'CREATE TEMP TABLE r (n int, unit uuid, campaign uuid, problem uuid, person uuid, refs text[])',
    );
  });
  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  const bySql = async (condition: Condition, scope: Scope, rows: readonly Grounds[]): Promise<number[]> => {
    await client.query('TRUNCATE r');
    await client.query('INSERT INTO r SELECT * FROM json_populate_recordset(null::r, $1)', [
      JSON.stringify(rows.map((row, n) => ({ n, ...row }))),
    ]);
    const { sql, values } = predicate(condition, COLUMNS);
    const found = await client.query<{ n: number }>(`SELECT n FROM r WHERE ${sql} ORDER BY n`, [
      ...values(scope),
    ]);
    return found.rows.map(({ n }) => n);
  };

  it('P4 let the same rows through, whatever the condition, the scope and the rows', async () => {
    const each = fc.oneof(fc.constantFrom(...Object.values(readable)), aCondition);
    await fc.assert(
      fc.asyncProperty(each, aScope, fc.array(aRow, { maxLength: 12 }), async (condition, scope, rows) => {
        const inMemory = rows.flatMap((row, n) => (admits(condition, scope, row) ? [n] : []));
        expect(await bySql(condition, scope, rows)).toEqual(inMemory);
      }),
      propertyRuns(400),
    );
  });

  it('refuse a condition whose column the statement does not have', () => {
    expect(() => predicate(readable.failure, { person: 'p' })).toThrow('the statement has no unit');
  });
});
