import { setTimeout as delay } from 'node:timers/promises';
import { createTellDelivery } from './tell-delivery';

const at = '2026-07-03T00:30:00.000Z';
const streams = ['delivery/email', 'delivery/wecom'];

const play = (fails: () => boolean = () => false) => {
  const marked: string[] = [];
  const rung: string[] = [];
  const tell = createTellDelivery(
    {
      attendance: { acknowledge: async (stream) => void marked.push(stream) },
      ring: async ({ stream }) => {
        if (fails()) throw new Error('Temporal is away');
        rung.push(stream);
      },
      epoch: async () => 1,
      cluster: () => 'here',
      deliveries: streams,
    },
    30,
  );
  return { tell, marked, rung };
};

describe('telling delivery of reminders', () => {
  it('marks each time, and rings at once', async () => {
    const { tell, marked, rung } = play();
    await tell(at);
    expect([marked, rung]).toEqual([streams, streams]);
  });

  it('rings once more for all that is told within a moment of it, after the last of them', async () => {
    const { tell, marked, rung } = play();
    await tell(at);
    await Promise.all(Array.from({ length: 50 }, () => tell(at)));
    expect(marked).toHaveLength(51 * 2);
    expect(rung).toHaveLength(2);
    await delay(60);
    expect(rung).toHaveLength(4);
    await delay(60);
    expect(rung).toHaveLength(4);
    await tell(at);
    expect(rung).toHaveLength(6);
  });

  it('goes on ringing after one ring that failed', async () => {
    let isAway = true;
    const { tell, rung } = play(() => isAway);
    await expect(tell(at)).rejects.toThrow('away');
    isAway = false;
    await tell(at);
    await delay(60);
    expect(rung).toEqual(streams);
  });
});
