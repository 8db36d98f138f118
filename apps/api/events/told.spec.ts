import { framed, idOf, newsSince, toldBy } from './told';

const digest = 'a'.repeat(22);
const campaignId = '0190f000-0000-7000-8000-000000000001';

describe('what a listener is told', () => {
  it('is what differs from what they know, by kind and id alone', () => {
    const was = { version: 3, obligations: digest };
    expect(newsSince(was, was, campaignId)).toEqual([]);
    const is = { version: 4, obligations: 'b'.repeat(22) };
    expect(newsSince(was, is, campaignId)).toEqual([
      { event: 'campaign', data: { campaignId, version: 4 } },
      { event: 'obligations', data: {} },
    ]);
    expect(newsSince(was, { ...was, version: null }, campaignId)).toEqual([]);
    expect(newsSince(was, { ...was, version: 4 }, null)).toEqual([]);
  });

  it('goes on from the id that was told last, and from no other', () => {
    for (const told of [
      { version: 12, obligations: digest },
      { version: null, obligations: digest },
    ])
      expect(toldBy(idOf(told))).toEqual(told);
    for (const none of [undefined, '', '12', `12.${digest}x`, `x.${digest}`]) expect(toldBy(none)).toBeNull();
  });

  it('is a frame of its own', () => {
    expect(framed({ event: 'obligations', data: {} }, `-.${digest}`)).toBe(
      `id: -.${digest}\nevent: obligations\ndata: {}\n\n`,
    );
  });
});
