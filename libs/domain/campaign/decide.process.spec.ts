import {
  answering,
  at,
  attempt,
  calendarState,
  deepFreeze,
  launched,
  newId,
  people,
  send,
  units,
  type CampaignWorld,
} from '@rectify/testing';
import { calendarDecider } from '../calendar/calendar.decider';
import { calendarFor } from '../calendar/unit-calendar';
import type { CampaignCommand } from './campaign.commands';
import type { CampaignEvent, EventData } from './campaign.events';
import { dueRungs } from './open-ladders';

const begun = at(launched(), '2026-03-03T02:00:00.000Z');
/** So many problems of one item, each to be triaged until 10 March. */
const reported = (count: number): CampaignWorld =>
  send(
    begun,
    people.organiser,
    answering({
      item: 'B3-1',
      answer: 'problem',
      problems: Array.from({ length: count }, () => ({ id: newId(), title: '问题', detail: '' })),
    }),
  );

/** What the process records, event by event of one kind. */
const deed = <Type extends CampaignEvent['type']>(
  world: CampaignWorld,
  command: CampaignCommand,
  type: Type,
) => {
  const done = attempt(world, 'system', command);
  if (!done.ok) throw new Error(done.refusal.code);
  const data = done.events
    .filter((event) => event.type === type)
    .map((event) => event.data as EventData<Type>);
  return { data, world: done.world };
};
const issue = (world: CampaignWorld) => {
  const { data, world: next } = deed(world, { type: 'IssueReminders', data: {} }, 'RemindersIssued');
  return { rungs: data.flatMap(({ rungs }) => rungs), next };
};

describe('reminders that are many', () => {
  const due = ({ campaign, now, calendar }: CampaignWorld) => dueRungs(campaign, now, calendar);

  it.each([
    ['2026-03-18', 10, [50]],
    ['2026-03-18', 12, [50, 10]],
    ['2026-03-13', 14, [52, 4]],
  ])(
    'on %s of %p problems go %p at a time, those of one obligation always together',
    (day, count, portions) => {
      let world = at(reported(count), `${day}T02:00:00.000Z`);
      const all = due(world);
      const issued = portions.map(() => {
        const { rungs, next } = issue(world);
        world = next;
        return rungs;
      });
      expect(issued.map(({ length }) => length)).toEqual(portions);
      expect(issued.flat()).toEqual(all);
      expect(due(world)).toEqual([]);
      expect(issue(world).rungs).toEqual([]);
    },
  );
});

describe('dates that are many', () => {
  const calendar = calendarState();
  calendarDecider.evolve(
    calendar,
    {
      type: 'CalendarDaysOverridden',
      data: {
        unitId: units.branch,
        days: [{ date: '2026-03-06', works: false, name: '停电检修' }],
        reason: '检修',
        on: '2026-03-03',
      },
    },
    { version: calendar.version + 1, at: begun.now, actor: { kind: 'system' } },
  );

  it('R6.8 are moved a hundred in one event, the days that moved them said once', () => {
    const world = reported(105);
    const moved = { ...world, calendar: calendarFor(deepFreeze(calendar), world.directory, units.branch) };
    const { data } = deed(moved, { type: 'RecomputeDates', data: {} }, 'DatesRecomputed');
    expect(data.map(({ obligations }) => obligations.length)).toEqual([100, 5]);
    expect(data.map(({ days, stages }) => [days.length, stages])).toEqual([
      [1, []],
      [0, []],
    ]);
    expect(new Set(data.flatMap(({ obligations }) => obligations.map(({ key }) => key))).size).toBe(105);
    expect(new Set(data.map(({ on, calendar: { to } }) => `${on} ${to}`))).toEqual(
      new Set([`2026-03-03 ${moved.calendar.version}`]),
    );
  });
});
