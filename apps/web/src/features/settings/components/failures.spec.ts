import type { Notification } from '../../../shared/api/types';
import { failuresByChannel } from './failures';

const failure = (channel: string, at: string) => ({ channel, at }) as Notification;

describe('what could not be delivered', () => {
  it('is counted by channel, the latest failure first', () => {
    expect(failuresByChannel([])).toEqual([]);
    const failed = [
      failure('email', '2026-07-03T00:40:00.000Z'),
      failure('wecom', '2026-07-06T00:40:00.000Z'),
      failure('email', '2026-07-02T00:40:00.000Z'),
    ];
    expect(failuresByChannel(failed)).toEqual([
      { channel: 'wecom', failed: 1, lastAt: '2026-07-06T00:40:00.000Z' },
      { channel: 'email', failed: 2, lastAt: '2026-07-03T00:40:00.000Z' },
    ]);
  });
});
