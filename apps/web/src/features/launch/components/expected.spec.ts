import { durationText, mailsByPerson } from './expected';

it('each person is told when they hear of something, by the first of it', () => {
  const mail = (personId: string, at: string) => ({ to: { personId, name: personId }, at, about: [] });
  const [first, second, third] = [
    ...['2026-07-13T00:37:00.000Z', '2026-07-13T00:41:00.000Z', '2026-07-16T00:37:00.000Z'],
  ] as [string, string, string];
  expect(mailsByPerson([mail('a', first), mail('b', second), mail('a', third)])).toEqual([
    { name: 'a', at: [first, third] },
    { name: 'b', at: [second] },
  ]);
  expect(mailsByPerson([])).toEqual([]);
});

it('a time is told in minutes up to an hour, then in hours and minutes', () => {
  const say = (key: string, values?: object) => `${key} ${JSON.stringify(values)}`;
  expect(durationText(59, say as never)).toBe('launch.minutes {"minutes":59}');
  expect(durationText(130, say as never)).toBe('launch.hours {"hours":2,"minutes":10}');
});
