import { StoreError, type Ringing } from '@rectify/event-store';
import { createLog } from './process/log';
import { createMetrics } from './process/metrics';
import { createRound, type RelayDeps } from './relay';
import { workflowOf, type Ring } from './temporal/ringer';

const ringing = (stream: string, reason: Ringing['reason'] = 'rose'): Ringing => ({
  stream,
  reason,
  epoch: 1,
});
const delivery = { stream: 'delivery/email', epoch: 1, cluster: 'one', restart: false };

/** A relay whose database and Temporal answer as a spec says. */
const play = (claims: (readonly Ringing[] | Error)[]) => {
  const rung: Ring[] = [];
  const failing = new Set<string>();
  const heard = { isAway: false };
  const deps: RelayDeps = {
    attendance: {
      claimRings: async () => {
        const claimed = claims.shift() ?? [];
        if (claimed instanceof Error) throw claimed;
        return claimed;
      },
    },
    cluster: {
      hear: async () => {
        if (heard.isAway) throw new Error('away');
        return 'one';
      },
    },
    ring: async (ring) => {
      if (failing.has(ring.stream)) throw new Error('away');
      rung.push(ring);
    },
    epoch: async () => 1,
    intervalMs: 1,
    deliveries: ['delivery/email'],
    log: createLog('silent'),
    metrics: createMetrics(),
  };
  return { round: createRound(deps), rung, heard, failing, claims };
};

describe('the relay', () => {
  it('rings what it has claimed, and delivery once a Temporal', async () => {
    const { round, rung } = play([[ringing('campaign/a'), ringing('campaign/b', 'overdue')], []]);
    await round();
    await round();
    expect(rung).toEqual([
      delivery,
      { stream: 'campaign/a', epoch: 1, cluster: 'one', restart: false },
      { stream: 'campaign/b', epoch: 1, cluster: 'one', restart: false },
    ]);
  });

  it.each(['shape', 'epoch', 'cluster'] as const)('begins anew what runs in another %s', async (reason) => {
    const { round, rung } = play([[ringing('campaign/a', reason)]]);
    await round();
    expect(rung).toContainEqual({ stream: 'campaign/a', epoch: 1, cluster: 'one', restart: true });
  });

  it('tries again what it could not ring', async () => {
    const { round, rung, failing } = play([[ringing('campaign/a')], [ringing('campaign/b')]]);
    failing.add('campaign/a');
    await round();
    expect(rung).toEqual([delivery]);
    failing.clear();
    await round();
    expect(rung.map(({ stream }) => stream)).toEqual(['delivery/email', 'campaign/a', 'campaign/b']);
  });

  it('RR6.2 claims nothing while Temporal is away, and goes on when it is back', async () => {
    const { round, rung, heard, claims } = play([[ringing('campaign/a')]]);
    heard.isAway = true;
    await round();
    expect(claims).toHaveLength(1);
    heard.isAway = false;
    await round();
    expect(rung.map(({ stream }) => stream)).toEqual(['delivery/email', 'campaign/a']);
  });

  it('outlasts PostgreSQL being away', async () => {
    const { round, rung } = play([new StoreError('STORE_UNAVAILABLE', 'away'), [ringing('campaign/a')]]);
    expect(await round()).toBe(false);
    await round();
    expect(rung).toContainEqual({ stream: 'campaign/a', epoch: 1, cluster: 'one', restart: false });
  });

  it('passes over streams that nothing attends in this shape', async () => {
    const { round, rung } = play([[ringing('directory/main'), ringing('notice/n')]]);
    await round();
    expect(rung).toEqual([delivery]);
  });

  it('goes on at once where it has claimed as many as it may', async () => {
    const many = Array.from({ length: 100 }, (_, n) => ringing(`campaign/${n}`));
    const { round, rung } = play([many]);
    expect(await round()).toBe(true);
    expect(rung).toHaveLength(101);
  });
});

describe('the workflow of a stream', () => {
  it.each([
    ['campaign/c1', { type: 'campaign', ref: { id: 'c1', epoch: 3, cluster: 'one' } }],
    ['delivery/email', { type: 'delivery', ref: { channel: 'email', epoch: 3, cluster: 'one' } }],
    ['delivery/wecom', { type: 'delivery', ref: { channel: 'wecom', epoch: 3, cluster: 'one' } }],
    ['delivery/pigeon', null],
    ['directory/main', null],
    ['campaign', null],
  ])('%s', (stream, expected) => {
    expect(workflowOf(stream, { epoch: 3, cluster: 'one' })).toEqual(expected);
  });
});
