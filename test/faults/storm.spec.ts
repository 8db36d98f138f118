import { testPostgres } from '../harness/postgres';
import { raiseStorm, type Storm } from '../storm/storm';
import { tell } from './tell';

const CAMPAIGNS = 20;
const OBLIGATIONS = 20;

/** The small one; `npm run test:storm` raises it with 500 campaigns, and measures. */
describe('a storm: all that many campaigns owe falls due at the same minute', () => {
  let storm: Storm;

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    const step = <T>(_label: string, work: () => Promise<T>): Promise<T> => work();
    const size = { campaigns: CAMPAIGNS, obligations: OBLIGATIONS };
    storm = await raiseStorm({ ownerUrl, ...size, patienceSeconds: 60, step });
    tell('storm', { ...size, lastSeconds: storm.lastSeconds, cpuSeconds: storm.cpuSeconds });
  }, 180_000);

  it('RR6.5 records every rung once, all of a campaign in one event', () => {
    const rungs = CAMPAIGNS * OBLIGATIONS;
    expect(storm).toMatchObject({ rungs, distinctRungs: rungs, campaigns: CAMPAIGNS, events: CAMPAIGNS });
  });

  it('RR3.4 has one outbox row a rung', () => {
    expect(storm).toMatchObject({ rows: CAMPAIGNS * OBLIGATIONS, unmatched: 0 });
  });

  it('RR4.7 records none before their minute', () => {
    expect(storm.firstSeconds).toBeGreaterThanOrEqual(0);
  });
});
