import { busiest, countByDay, messagesOf, type Expected } from './expected';

const owed = (dueOn: string, messagesOn: string[] = []): Expected => ({
  ...{ kind: 'approveStage', subject: { type: 'stage', id: 'screening#0' }, stage: 'screening' },
  ...{ holder: { how: 'nobody', people: [] }, since: dueOn, dueOn, provisional: false, minutes: 2 },
  messagesOn,
});

it('the busiest day is the first on which most falls due', () => {
  const days = countByDay([owed('2026-07-03'), owed('2026-07-31'), owed('2026-07-31'), owed('2026-07-03')]);
  expect(busiest(days)).toEqual({ day: '2026-07-03', count: 2 });
  expect(busiest(new Map())).toBeNull();
});

it('messages are told within a week of the first, day by day', () => {
  const [one, other] = [
    owed('2026-07-31', ['2026-07-24', '2026-07-30']),
    owed('2026-07-31', ['2026-07-23', '2026-07-29']),
  ];
  expect(messagesOf([one, other])).toEqual({
    first: '2026-07-23',
    firstWeek: [
      { on: '2026-07-23', about: other },
      { on: '2026-07-24', about: one },
      { on: '2026-07-29', about: other },
    ],
  });
  expect(messagesOf([])).toEqual({ first: null, firstWeek: [] });
});
