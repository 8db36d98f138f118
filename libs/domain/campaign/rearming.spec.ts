import {
  askingFor,
  assign,
  at,
  granting,
  launched,
  ordinary,
  people,
  refusing,
  reopening,
  returning,
  send,
  terminating,
  theOwed,
  theProblem,
  triage,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { CampaignCommand } from './campaign.commands';
import { dueRungs, react } from './campaign.process';

const remind: CampaignCommand = { type: 'IssueReminders', data: {} };
const on = (world: CampaignWorld, day: string): CampaignWorld => at(world, `${day}T02:00:00.000Z`);

/** What would be issued of a kind by ten in the morning of a day, as `round dueVersion rung`. */
const rungsOn = (world: CampaignWorld, day: string, kind: string): readonly string[] => {
  const { campaign, now, calendar } = on(world, day);
  return dueRungs(campaign, now, calendar)
    .filter(({ key }) => key.startsWith(`${kind}:`))
    .map(({ key, dueVersion, rung }) => `${key.split(':').at(-1)} ${dueVersion} ${rung}`);
};

/** Everything that has fallen due by a day is issued on it. */
const reminded = (world: CampaignWorld, day: string): CampaignWorld => send(on(world, day), 'system', remind);

const AHEAD = ['T-7', 'T-3', 'T-1'];
const AFTER = ['T', 'T+1', 'T+3', 'T+7', 'T+15', 'T+30'];
const of = (round: number, dueVersion: number, rungs: readonly string[]): readonly string[] =>
  rungs.map((rung) => `${round} ${dueVersion} ${rung}`);

const rectifying = whenProblemIs('rectifying');
const due = theProblem(rectifying).dueOn ?? '';
const later = (days: number): string => addDays(due, days);
/** All that comes before the due day has been issued. */
const nearlyDue = reminded(rectifying, later(-1));

describe('R5.5 what arms a ladder again', () => {
  it('an extension: the whole ladder of the new date, under the next due version', () => {
    expect(rungsOn(rectifying, later(-1), 'claimCompletion')).toEqual(of(1, 1, AHEAD));
    expect(rungsOn(nearlyDue, later(-1), 'claimCompletion')).toEqual([]);
    const asked = send(on(rectifying, later(-1)), people.organiser, askingFor(rectifying, later(30)));
    const byLead = send(asked, people.deputy, granting(asked));
    const granted = send(byLead, people.secretary, granting(byLead));
    expect(rungsOn(granted, later(29), 'claimCompletion')).toEqual(of(1, 2, AHEAD));
    expect(rungsOn(granted, later(70), 'claimCompletion')).toEqual(of(1, 2, [...AHEAD, ...AFTER]));
  });

  it('R4.11 neither asking for one nor its refusal: the old date’s ladder goes on', () => {
    const asked = send(nearlyDue, people.organiser, askingFor(nearlyDue, later(30)));
    expect(rungsOn(asked, later(2), 'claimCompletion')).toEqual(of(1, 1, ['T', 'T+1']));
    const refused = send(asked, people.deputy, refusing(asked));
    expect(rungsOn(refused, later(2), 'claimCompletion')).toEqual(of(1, 1, ['T', 'T+1']));
  });

  it('R4.17 a return: another round from its first due version, from the day after on', () => {
    const claimed = whenProblemIs('claimed', ordinary, nearlyDue);
    const day = claimed.now.slice(0, 10);
    const back = send(claimed, people.discipline, returning(claimed, 'reviewCompletion', 'ReturnClaim'));
    expect(rungsOn(back, day, 'claimCompletion')).toEqual([]);
    expect(rungsOn(back, later(40), 'claimCompletion')).toEqual(of(2, 1, AFTER));
    // Five working days from Saturday 30 May: Friday 5 June.
    const granted = { grantDays: 5, unit: 'workingDay' } as const;
    const withDays = send(
      claimed,
      people.discipline,
      returning(claimed, 'reviewCompletion', 'ReturnClaim', granted),
    );
    expect(theOwed(withDays, 'claimCompletion')).toMatchObject({ dueVersion: 1 });
    expect(rungsOn(withDays, later(6), 'claimCompletion')).toEqual(of(2, 1, ['T-3', 'T-1', 'T']));
  });

  it('a reopening: another round, whatever the first was reminded of', () => {
    const closed = whenProblemIs('closed', ordinary, nearlyDue);
    const reopened = send(closed, people.secretary, reopening(closed, later(23)));
    expect(rungsOn(reopened, later(23), 'claimCompletion')).toEqual(of(2, 1, [...AHEAD, 'T']));
  });

  it('another holder: from the next day on, and only what is still ahead', () => {
    const assigned = send(
      nearlyDue,
      people.secretary,
      assign('owner', theProblem(nearlyDue).id, people.member),
    );
    expect(rungsOn(assigned, later(-1), 'claimCompletion')).toEqual([]);
    expect(rungsOn(assigned, later(40), 'claimCompletion')).toEqual(of(1, 2, AFTER));
  });

  it('a stage’s new dates: what is due at its end climbs from there', () => {
    const begun = on(launched(), '2026-03-10');
    const windows = [
      ['screening', '2026-03-03', '2026-04-10'],
      ['problemList', '2026-04-13', '2026-04-17'],
      ['measures', '2026-04-20', '2026-04-30'],
      ['deadlines', '2026-05-06', '2026-08-05'],
      ['signOff', '2026-05-06', '2026-08-19'],
    ] as const;
    const stages = windows.map(([stage, startOn, endOn]) => ({ stage, startOn, endOn }));
    const redate: CampaignCommand = {
      type: 'RedateStages',
      data: { stages, reason: '延后', notice: '区委〔2026〕12号' },
    };
    // T-3 and T-1 of the old date, Monday 30 March, have been issued.
    const late = reminded(begun, '2026-03-27');
    const moved = send(late, people.secretary, redate);
    expect(rungsOn(moved, '2026-04-06', 'answerCheckItem')).toEqual([]);
    expect(rungsOn(moved, '2026-04-10', 'answerCheckItem').slice(0, 3)).toEqual(
      of(1, 2, ['T-3', 'T-1', 'T']),
    );
  });
});

describe('R5.6 what disarms it', () => {
  /** Long after everything that was ever dated. */
  const long = '2027-03-01';

  it('a measure finished and a completion claimed: nothing of them, only of what is owed then', () => {
    const claimed = whenProblemIs('claimed', ordinary, rectifying);
    expect(rungsOn(claimed, long, 'claimCompletion')).toEqual([]);
    expect(rungsOn(claimed, long, 'finishMeasure')).toEqual([]);
    expect(rungsOn(claimed, long, 'reviewCompletion')).not.toEqual([]);
  });

  it('a report handed over: nobody is asked to triage or to issue it', () => {
    const reported = whenOwed('triageProblem');
    expect(rungsOn(reported, long, 'triageProblem')).not.toEqual([]);
    const handedOver = send(reported, people.secretary, triage(theProblem(reported).id, 'handOver'));
    for (const kind of ['triageProblem', 'issueProblem', 'claimCompletion'])
      expect(rungsOn(handedOver, long, kind)).toEqual([]);
  });

  it('a problem terminated: nothing of it any more, its decisions included', () => {
    const asked = send(rectifying, people.organiser, askingFor(rectifying, later(30)));
    expect(rungsOn(asked, long, 'decideExtension')).not.toEqual([]);
    const terminated = send(asked, people.secretary, terminating(asked));
    for (const kind of ['claimCompletion', 'finishMeasure', 'decideExtension'])
      expect(rungsOn(terminated, long, kind)).toEqual([]);
  });

  it('a campaign withdrawn: nothing at all, and its process waits for nothing', () => {
    const withdrawn = send(launched(), people.secretary, {
      type: 'WithdrawLaunch',
      data: { reason: '重复' },
    });
    const { campaign, now, calendar } = on(withdrawn, long);
    expect(dueRungs(campaign, now, calendar)).toEqual([]);
    expect(react(campaign, now, calendar)).toMatchObject({ due: [], wake: null });
  });
});
