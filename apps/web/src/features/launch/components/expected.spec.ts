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

it('messages are counted within a week of the first', () => {
  const all = [
    owed('2026-07-31', ['2026-07-24', '2026-07-30']),
    owed('2026-07-31', ['2026-07-23', '2026-07-29']),
  ];
  expect(messagesOf(all)).toEqual({ first: '2026-07-23', inFirstWeek: 3 });
  expect(messagesOf([])).toEqual({ first: null, inFirstWeek: 0 });
});
