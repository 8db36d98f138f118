import {
  at,
  attempt,
  calendarState,
  decideIn,
  deepFreeze,
  launched,
  owedNow,
  send,
  units,
  type CampaignWorld,
} from '@rectify/testing';
import { calendarDecider } from '../calendar/calendar.decider';
import type { CalendarEvent } from '../calendar/calendar.events';
import { calendarFor } from '../calendar/unit-calendar';
import type { Calendar } from '../calendar/working-calendar';
import { fold } from '../kernel/kernel';
import { campaignDecider } from './campaign.decider';
import { react } from './campaign.process';
import { obligations } from './obligations';
import { recomputation } from './recompute';
import { stageOf } from './stages';

/** A made-up 2027: New Year's days off until 5 January, and a Saturday worked instead. */
const official2027: CalendarEvent = {
  type: 'CalendarYearImported',
  data: {
    year: 2027,
    status: 'official',
    notice: '为检验编的通知',
    off: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-05' },
      { name: '春节', from: '2027-02-05', to: '2027-02-12' },
    ],
    makeupWorkdays: ['2027-01-09'],
  },
};
const ownDay: CalendarEvent = {
  type: 'CalendarDaysOverridden',
  data: {
    unitId: units.branch,
    days: [{ date: '2026-12-08', works: false, name: '停电检修' }],
    reason: '检修',
    on: '2026-12-01',
  },
};
const after = (...events: readonly CalendarEvent[]): Calendar => {
  const state = calendarState();
  for (const event of events)
    calendarDecider.evolve(state, event, {
      version: state.version + 1,
      at: '2026-12-02T01:00:00.000Z',
      actor: { kind: 'system' },
    });
  return deepFreeze(state);
};

const recompute = { type: 'RecomputeDates', data: {} } as const;
const opened = (world: CampaignWorld) => send(world, 'system', { type: 'OpenStage', data: {} });
const begun = opened(
  at(
    launched({ now: '2026-12-01T02:00:00.000Z', calendar: deepFreeze(calendarState()) }),
    '2026-12-02T02:00:00.000Z',
  ),
);
const on = (world: CampaignWorld, calendar: Calendar): CampaignWorld => ({
  ...world,
  calendar: calendarFor(calendar, world.directory, units.branch),
});
const announced = on(begun, after(official2027));
const windows = ({ campaign }: CampaignWorld) =>
  campaign.stages.map(({ kind, startOn, endOn, provisional }) => ({ kind, startOn, endOn, provisional }));

describe('a later calendar', () => {
  it('R6.7 finds what rests on a year without a notice marked as such', () => {
    expect(windows(begun).some(({ provisional }) => provisional)).toBe(true);
    expect(recomputation(begun.campaign, begun.calendar, '2026-12-02')).toBeNull();
  });

  it('R6.8 moves provisional windows to what a launch would give now, and says from which day to which and why', () => {
    const { due } = react(announced.campaign, announced.now, announced.calendar);
    expect(due[0]?.kind).toBe('recompute');
    const moved = attempt(announced, 'system', recompute);
    if (!moved.ok) throw new Error(moved.refusal.code);
    expect(moved.events).toMatchObject([
      {
        type: 'DatesRecomputed',
        data: {
          calendar: { from: 2, to: 3 },
          because: { years: [{ year: 2027, notice: '为检验编的通知' }], units: [] },
        },
      },
    ]);
    const fresh = launched({ now: '2026-12-01T02:00:00.000Z', calendar: after(official2027) });
    expect(windows(moved.world)).toEqual(windows(fresh));
    expect(windows(moved.world)).not.toEqual(windows(begun));
    expect(moved.world.campaign.plan.stages.map(({ endOn }) => endOn)).toEqual(
      windows(fresh).map(({ endOn }) => endOn),
    );
    const [event] = moved.events;
    expect(event?.type === 'DatesRecomputed' && event.data.days).toContainEqual({
      date: '2027-01-09',
      works: true,
      name: null,
    });
  });

  it('R6.8 is done once: nothing is left to reckon, and whoever is not the process is refused', () => {
    const moved = send(announced, 'system', recompute);
    expect(recomputation(moved.campaign, moved.calendar, '2026-12-02')).toBeNull();
    expect(decideIn(moved, 'system', recompute)).toEqual({ ok: true, events: [], as: null });
    expect(decideIn(announced, 'p-secretary', recompute)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_YOURS' },
    });
    expect(fold(campaignDecider, JSON.parse(JSON.stringify(moved.log)) as typeof moved.log)).toEqual(
      moved.campaign,
    );
  });

  it('R6.8 re-arms what has another date, and leaves the version of what has not', () => {
    const moved = send(announced, 'system', recompute);
    const before = new Map(obligations(announced.campaign).map((each) => [each.key, each]));
    for (const obligation of obligations(moved.campaign)) {
      const was = before.get(obligation.key);
      const isMoved = was?.dueOn !== obligation.dueOn || was.since !== obligation.since;
      expect(obligation.dueVersion).toBe((was?.dueVersion ?? 0) + (isMoved ? 1 : 0));
    }
  });

  it('R6.8 does not move what a secretary dated', () => {
    const { startOn } = stageOf(begun.campaign, 'deadlines');
    const dated = send(begun, 'p-secretary', {
      type: 'RedateStages',
      data: { stages: [{ stage: 'signOff', startOn, endOn: '2027-12-31' }], reason: '统一安排' },
    });
    const moved = send(on(dated, after(official2027)), 'system', recompute);
    expect(stageOf(moved.campaign, 'signOff')).toMatchObject({ endOn: '2027-12-31', provisional: false });
    expect(stageOf(moved.campaign, 'deadlines').endOn).not.toBe(stageOf(begun.campaign, 'deadlines').endOn);
  });

  it('R6.8 moves a handling limit that was counted over days that changed, for the unit that changed them', () => {
    const answered = obligations(begun.campaign).find(({ kind }) => kind === 'answerCheckItem');
    if (!answered) throw new Error('something is to be answered');
    const item = (answered.action.defaults['answers'] as { item: string }[])[0]?.item ?? '';
    const reporter = begun.directory.posts[units.branch]?.organisationMember?.[0] ?? '';
    const reported = send(begun, reporter, {
      type: 'AnswerCheckItems',
      data: {
        answers: [
          {
            item,
            answer: 'problem',
            problems: [
              { id: '01900000-0000-7000-8000-0000000000a1', title: '会议记录不全', detail: '两次缺记录' },
            ],
          },
        ],
      },
    });
    const [triage] = owedNow(reported, 'triageProblem');
    expect(triage).toMatchObject({ since: '2026-12-02', dueOn: '2026-12-09', dueVersion: 1 });
    const changed = on(reported, after(ownDay));
    const [moved] = owedNow(send(changed, 'system', recompute), 'triageProblem');
    expect(moved).toMatchObject({ dueOn: '2026-12-10', dueVersion: 2, armedOn: '2026-12-02' });
    const withdrawn: CalendarEvent = {
      type: 'CalendarOverrideWithdrawn',
      data: { unitId: units.branch, dates: ['2026-12-08'], reason: '取消', on: '2026-12-02' },
    };
    const back = send(on(send(changed, 'system', recompute), after(ownDay, withdrawn)), 'system', recompute);
    expect(owedNow(back, 'triageProblem')).toMatchObject([{ dueOn: '2026-12-09', dueVersion: 3 }]);
  });
});
