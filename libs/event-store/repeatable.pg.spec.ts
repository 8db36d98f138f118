import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testPostgres, type TestPostgres } from '../../test/harness/postgres';
import { migrate } from './data-source';
import { eventStoreMigrations } from './migrations';
import { dropFunctions, repeatable } from './repeatable';

let server: TestPostgres;
let ownerUrl: string;
beforeAll(async () => {
  server = await testPostgres();
  ownerUrl = await server.freshDatabase();
});
afterAll(() => server.stop());

const answering = (text: string) =>
  repeatable('Answering', '1767225600099', [
    dropFunctions('answer'),
    `CREATE FUNCTION answer() RETURNS text LANGUAGE sql RETURN '${text}'`,
    `INSERT INTO runs VALUES ('${text}')`,
  ]);

const runsAfter = async (text: string): Promise<{ answer: string; runs: string[] }> => {
  await migrate(ownerUrl, { migrations: [...eventStoreMigrations, answering(text)] });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT answer() AS answer, array_agg(text) AS runs FROM runs');
    return rows[0];
  } finally {
    await client.end();
  }
};

it('runs where its text has changed, also back to an earlier one, and else not', async () => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('CREATE TABLE runs (text text)').finally(() => client.end());
  expect(await runsAfter('one')).toEqual({ answer: 'one', runs: ['one'] });
  expect(await runsAfter('one')).toEqual({ answer: 'one', runs: ['one'] });
  expect(await runsAfter('two')).toEqual({ answer: 'two', runs: ['one', 'two'] });
  expect(await runsAfter('one')).toEqual({ answer: 'one', runs: ['one', 'two', 'one'] });
});
