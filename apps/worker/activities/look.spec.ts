import type { Agenda } from '@rectify/domain';
import { createLook, wakeFor, type LookDeps } from './look';

const now = '2026-07-02T02:00:00.000Z';
const ref = { id: 'c1', epoch: 2, cluster: 'namespace' };
const road = [{ stage: 'screening', is: 'open' }] as const;
const agenda: Agenda = {
  stage: 'screening',
  road,
  due: [],
  wake: { at: '2026-07-03T00:30:00.000Z', label: 'rung T' },
};

const play = async (found: Agenda | null, epoch = 2) => {
  const acknowledged: Parameters<LookDeps['attendance']['acknowledge']>[] = [];
  const told: string[] = [];
  const look = createLook({
    application: { agenda: async () => found && { agenda: found, version: 7, now, calendarVersion: 3 } },
    attendance: { acknowledge: async (...said) => void acknowledged.push(said) },
    onOutcomes: async (stream, at) => void told.push(`${stream} ${at} ${acknowledged.length}`),
    epoch: async () => epoch,
  });
  return { seen: await look(ref), acknowledged, told };
};
const said = (more: object) => [
  [
    'campaign/c1',
    {
      seenVersion: 7,
      over: false,
      calendarVersion: 3,
      shape: 'campaign@1',
      epoch: 2,
      cluster: 'namespace',
      ...more,
    },
  ],
];

describe('a look', () => {
  it('RR6.4 tells stage, road, what is due and when to wake, and acknowledges it', async () => {
    const { seen, acknowledged } = await play(agenda);
    const wake = { inMs: 81_000_000, label: 'rung T until 2026-07-03 08:30' };
    expect(seen).toEqual({ stage: 'screening', road, due: [], version: 7, wake });
    expect(acknowledged).toEqual(said({ nextWakeAt: '2026-07-03T00:30:00.000Z' }));
  });

  it('RR4.11 has delivery told of outcomes before it says that it has seen them', async () => {
    expect((await play(agenda)).told).toEqual([`campaign/c1 ${now} 0`]);
    expect((await play(agenda, 3)).told).toEqual([]);
  });

  it('is not done while deeds are due: it is to be back now', async () => {
    const { acknowledged } = await play({ ...agenda, due: [{ kind: 'remind', label: 'remind T x1' }] });
    expect(acknowledged).toEqual(said({ nextWakeAt: now }));
  });

  it('says when the campaign is over', async () => {
    const { seen, acknowledged } = await play({ ...agenda, stage: 'over', wake: null });
    expect(seen).toMatchObject({ stage: 'over', wake: null });
    expect(acknowledged).toEqual(said({ nextWakeAt: null, over: true }));
  });

  it.each([1, 3])('of another epoch than %i is superseded and touches nothing', async (epoch) => {
    expect(await play(agenda, epoch)).toEqual({ seen: 'superseded', acknowledged: [], told: [] });
  });

  it('finds nothing where the log knows no such campaign', async () => {
    const { seen, acknowledged } = await play(null);
    expect(seen).toMatchObject({ stage: 'over', due: [], wake: null });
    expect(acknowledged).toEqual([]);
  });
});

describe('a wake', () => {
  it('is a duration of at least a second, with its local minute', () => {
    expect(wakeFor(null, now)).toBeNull();
    expect(wakeFor({ at: now, label: 'rung T' }, now)).toEqual({
      inMs: 1_000,
      label: 'rung T until 2026-07-02 10:00',
    });
    expect(wakeFor({ at: '2026-07-02T16:00:00.000Z', label: 'open measures' }, now)?.label).toBe(
      'open measures until 2026-07-03 00:00',
    );
  });
});
