import type { Activities, DeliveryRef, Mailbag, Superseded } from '@rectify/workflows';
import { storyOf } from '../../apps/worker/story';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { perform, silence, type Performance } from './performance';

const nothing: Mailbag = { due: 0, label: 'deliver', wake: null };
const mail = { inMs: 3_600_000, label: 'mail until 2026-07-03 08:41' };

describe('the delivery workflow', () => {
  let temporal: TestTemporal;
  let on: Performance;
  let number = 0;
  const ref = (): DeliveryRef => ({ channel: 'email', epoch: number });
  const id = () => `delivery/${number}`;

  beforeAll(async () => {
    silence();
    temporal = await testTemporal();
  });
  afterAll(() => temporal?.stop());
  beforeEach(() => {
    number += 1;
  });
  afterEach(() => on?.stop());

  /** Looks answer the bags in turn, the last one again and again; deliveries answer the counts. */
  const play = async (bags: (Mailbag | Superseded)[], tried: (number | Error)[]) => {
    const asked: [string, DeliveryRef][] = [];
    const activities: Pick<Activities, 'lookAtMail' | 'deliver'> = {
      lookAtMail: async (of) => {
        asked.push(['look', of]);
        return (bags.length > 1 ? bags.shift() : bags[0]) ?? nothing;
      },
      deliver: async (of) => {
        asked.push(['deliver', of]);
        const answer = tried.shift() ?? 0;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    };
    on = await perform(temporal, activities);
    const handle = await on.start('delivery', id(), ref());
    return { asked, handle, story: async () => storyOf((await handle.fetchHistory()).events ?? []) };
  };

  it('delivers what is due, looks again, and waits for the next moment', async () => {
    const { asked, story, handle } = await play(
      [
        { due: 3, label: 'deliver atOnce x3', wake: mail },
        { due: 1, label: 'deliver digest x1', wake: null },
        { ...nothing, wake: mail },
      ],
      [3, 1],
    );
    await eventually(async () => (await story()).at(-1)?.startsWith('timer'));
    expect(asked).toEqual(['look', 'deliver', 'look', 'deliver', 'look'].map((what) => [what, ref()]));
    expect(await story()).toEqual([
      'deed deliver atOnce x3 -> 3',
      'deed deliver digest x1 -> 1',
      'timer mail until 2026-07-03 08:41',
    ]);
    await on.ring('delivery', id(), ref());
    await eventually(() => asked.length === 6);
    await handle.terminate();
  });

  it('does not spin where nothing could be tried, and is not failed by it', async () => {
    const bag = { due: 1, label: 'deliver digest x1', wake: null };
    const { asked, handle } = await play(
      [bag],
      [0, new Error('1'), new Error('2'), new Error('3'), new Error('4')],
    );
    await eventually(() => asked.length === 2);
    await on.ring('delivery', id(), ref());
    await eventually(() => asked.length === 7, { timeoutMs: 20_000 });
    await on.ring('delivery', id(), ref());
    await eventually(() => asked.length === 9);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate();
  }, 30_000);

  it('ends where another epoch has taken over', async () => {
    const { handle } = await play(['superseded'], []);
    expect(await handle.result()).toBe('superseded');
  });
});
