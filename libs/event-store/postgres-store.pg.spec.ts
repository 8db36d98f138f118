import { type TestPostgres, testPostgres } from '../../test/harness/postgres';
import type { EventStore } from './event-store';
import { createPostgresStore } from './postgres-store';
import { contract } from './testing/contract';
import { type TestDatabase, testDatabase } from './testing/database';

let server: TestPostgres;
let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  server = await testPostgres();
  database = await testDatabase(await server.freshDatabase());
  store = createPostgresStore(await database.pool());
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

describe('the event store on PostgreSQL', () => {
  it.each(contract)('%s', (_rule, prove) => prove(store));
});
