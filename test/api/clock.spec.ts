import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

describe("the domain's clock", () => {
  let api: Api;
  let world: World;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const forward = (to: unknown) =>
    api.ask('/api/clock/forward', { method: 'POST', body: { to }, token: world.branch.member.token });

  it('is set forward to a day, at once where nobody looks, and says so', async () => {
    const { status, body } = await forward('2026-03-10');
    expect({ status, looked: body.looked, steps: body.steps }).toEqual({
      status: 200,
      looked: false,
      steps: 1,
    });
    const read = await api.ask('/api/clock', { token: world.branch.member.token });
    expect(read.body).toMatchObject({ today: '2026-03-10', mode: 'test', movable: true });
  });

  it('never goes back, nor further than any plan, nor to a day that does not exist', async () => {
    const answer = async (to: unknown) => {
      const { status, body } = await forward(to);
      return [status, body.code, body.field];
    };
    expect(await answer('2026-03-01')).toEqual([409, 'CLOCK_FIXED', 'to']);
    expect(await answer('2030-03-01')).toEqual([400, 'OUT_OF_BOUNDS', 'to']);
    expect(await answer('2026-02-30')).toEqual([400, 'VALIDATION', 'to']);
    expect(await answer('2026-03-11T25:00:00Z')).toEqual([400, 'VALIDATION', 'to']);
  });

  it('stops on the way wherever somebody wants to look', async () => {
    // Somebody who looks: each time the clock stops, a row of attendance says what it has seen and when it wakes next.
    const looks: string[] = [];
    const looker = setInterval(() => {
      void api.owner
        .query(
          `UPDATE attendance SET seen_version = log_version, rung_at = clock_timestamp(),
             next_wake_at = CASE WHEN next_wake_at IS NULL OR next_wake_at <= domain_now() THEN domain_now() + interval '1 day' ELSE next_wake_at END
           WHERE log_version > seen_version OR next_wake_at IS NULL OR next_wake_at <= domain_now() RETURNING iso(domain_now()) AS now`,
        )
        .then(({ rows }) => looks.push(...rows.map(({ now }) => now.slice(0, 10))));
    }, 20);
    try {
      const { body } = await forward('2026-03-14T00:00:00Z');
      expect(body.looked).toBe(true);
      expect(body.steps).toBeGreaterThanOrEqual(4);
      expect(new Set(looks).size).toBeGreaterThanOrEqual(3);
    } finally {
      clearInterval(looker);
    }
  });
});
