import { identify } from './mail-identity';

const mail = { personId: 'p1', rungIds: ['a', 'b'] };
const of = (more: Partial<typeof mail> = {}, channel = 'email', day = '2026-07-03') =>
  identify({ ...mail, ...more }, channel, day, 'example.test');

describe('what names a mail', () => {
  it('is the same for the same person, channel, day and rungs', () => {
    expect(of()).toEqual(of());
    expect(of().messageId).toMatch(/^<[0-9a-f]{40}@example\.test>$/);
    expect(of().mailId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is another where any of them is another', () => {
    const all = [
      of(),
      of({ personId: 'p2' }),
      of({ rungIds: ['a'] }),
      of({}, 'other'),
      of({}, 'email', '2026-07-06'),
    ];
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(5);
    expect(new Set(all.map(({ mailId }) => mailId)).size).toBe(5);
  });
});
