import type { Notification } from '../../../shared/api/types';
import { arrivedSince } from './arrived-since';

const sent = (id: string, at: string) => ({ id, at }) as Notification;

describe('what arrived while the clock went on', () => {
  it('is later than where it stood, the earliest first', () => {
    const rows = [
      sent('c', '2026-07-07T00:41:00.000Z'),
      sent('b', '2026-07-06T00:41:00.000Z'),
      sent('a', '2026-07-03T00:41:00.000Z'),
    ];
    const ids = (since: string) => arrivedSince(rows, since).map(({ id }) => id);
    expect(ids('2026-07-03T00:41:00.000Z')).toEqual(['b', 'c']);
    expect(ids('2026-07-07T00:41:00.000Z')).toEqual([]);
  });
});
