import {
  amending,
  at,
  claiming,
  commandOf,
  endingSustained,
  inCampaign,
  measure,
  ordinary,
  owedNow,
  people,
  reopening,
  reviewing,
  send,
  separationBreaches,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { rungsOf } from '../obligation/ladder';
import { summary } from './summary';
import { cycleEnd } from './sustained';

const listed = walk(
  whenProblemIs('included'),
  ordinary,
  (world) => owedNow(world, 'issueProblem').length > 0,
);
const issued = send(listed, people.secretary, {
  type: 'IssueProblem',
  data: { problemId: theProblem(listed).id, fixType: 'sustained' },
});
const statusIs = (status: string) => (world: CampaignWorld) => theProblem(world).status === status;
const rectifying = walk(issued, ordinary, statusIs('rectifying'));
const sustained = walk(rectifying, ordinary, statusIs('sustained'));
const { since, dueOn } = theOwed(sustained, 'reviewSustained');
const atEnd = at(sustained, `${since}T02:00:00.000Z`);
const reviewed = send(atEnd, people.discipline, reviewing(atEnd));

describe('a problem that is to be kept up', () => {
  it('is issued and planned like a time-limited one, with the date of its first result', () => {
    expect(theProblem(rectifying)).toMatchObject({ fixType: 'sustained', sustained: null });
    expect(owedNow(rectifying, 'finishMeasure')).toHaveLength(1);
    expect(owedNow(rectifying, 'claimCompletion')).toEqual([]);
    inCampaign(rectifying).when(people.organiser, claiming(rectifying)).thenRefused('SUSTAINED_IS_REVIEWED');
  });

  it('R3.30 is kept up from the day its measures are finished, and is the fourth number, never a closed one', () => {
    expect(theProblem(sustained).sustained).toEqual({ since: sustained.now.slice(0, 10) });
    const numbers = summary(sustained.campaign);
    expect(numbers.sustained).toEqual([theProblem(sustained).id]);
    expect(numbers.closed).toEqual([]);
  });

  it('does not keep the campaign from its sign-off, and goes on after it', () => {
    const signed = walk(sustained, ordinary, ({ campaign }) => campaign.signedOffOn !== null, [
      'reviewSustained',
    ]);
    expect(signed.campaign).toMatchObject({ status: 'open' });
    expect(owedNow(signed).map(({ kind }) => kind)).toEqual(['reviewSustained']);
    const later = at(signed, `${theOwed(signed, 'reviewSustained').since}T02:00:00.000Z`);
    const again = send(later, people.discipline, reviewing(later));
    const over = inCampaign(again)
      .when(people.secretary, endingSustained(again))
      .then({ type: 'SustainedEnded' })
      .world();
    expect(over.campaign.status).toBe('signedOff');
    expect(separationBreaches(over)).toEqual([]);
  });

  it('can get other measures through the chain of its plan, and stays kept up', () => {
    const asked = send(sustained, people.organiser, amending(sustained, [measure({ dueOn: '2026-12-01' })]));
    const one = send(asked, people.deputy, commandOf(theOwed(asked, 'decidePlan')));
    const two = send(one, people.secretary, commandOf(theOwed(one, 'decidePlan')));
    expect(theProblem(two)).toMatchObject({
      status: 'sustained',
      sustained: theProblem(sustained).sustained,
    });
    expect(theOwed(two, 'finishMeasure').dueOn).toBe('2026-12-01');
    const reviewedFirst = send(at(two, atEnd.now), people.discipline, reviewing(two));
    inCampaign(reviewedFirst)
      .when(people.secretary, endingSustained(reviewedFirst))
      .thenRefused('MEASURES_OPEN');
  });
});

describe('the review of a cycle', () => {
  const quarterly = { cycle: { n: 3, unit: 'month' }, cycleEnds: 'quarterEnd' } as const;
  const rules = { ...quarterly, firstResult: { n: 60, unit: 'calendarDay' } } as const;

  it('R3.30 ends with the calendar quarter, always after the day it is counted from', () => {
    expect(cycleEnd(rules, '2026-05-10')).toBe('2026-06-30');
    expect(cycleEnd(rules, '2026-06-30')).toBe('2026-09-30');
    expect(cycleEnd(rules, '2026-12-31')).toBe('2027-03-31');
    expect(cycleEnd({ ...rules, cycle: { n: 6, unit: 'month' } }, '2026-05-10')).toBe('2026-09-30');
    expect(cycleEnd({ ...rules, cycle: { n: 1, unit: 'month' } }, '2026-05-10')).toBe('2026-06-10');
    expect(cycleEnd({ ...rules, cycle: { n: 30, unit: 'calendarDay' } }, '2026-05-10')).toBe('2026-06-09');
    expect(cycleEnd({ ...rules, cycle: { n: 10, unit: 'workingDay' } }, '2026-05-10')).toBe('2026-05-24');
  });

  it('R3.30 is owed by the reviewer from that day, and climbs the ladder of work when it is missed', () => {
    expect(since).toBe(cycleEnd(rules, sustained.now.slice(0, 10)));
    expect(dueOn > since).toBe(true);
    const owed = theOwed(sustained, 'reviewSustained');
    const rungs = rungsOf(sustained.campaign.plan.ladders, owed, sustained.calendar);
    expect(rungs.map(({ rung }) => rung)).toEqual(expect.arrayContaining(['T', 'T+1', 'T+3', 'T+7']));
    inCampaign(sustained)
      .when(people.discipline, reviewing(sustained))
      .thenRefused('REVIEW_NOT_DUE', 'cycle');
    inCampaign(atEnd).when(people.organiser, reviewing(atEnd)).thenRefused('NOT_YOURS');
    inCampaign(atEnd).when(people.discipline, reviewing(atEnd, 2)).thenRefused('REVIEW_NOT_DUE');
  });

  it('R3.30 says what was looked at and where the evidence lies; the next cycle follows', () => {
    inCampaign(atEnd)
      .when(people.discipline, reviewing(atEnd))
      .then({ type: 'ReviewRecorded', data: { cycle: 1, looked: '抽查会议记录', evidence: '支部工作手册' } });
    const next = theOwed(reviewed, 'reviewSustained');
    expect(next).toMatchObject({ key: `reviewSustained:${theProblem(reviewed).id}:2`, dueVersion: 1 });
    expect(next.since).toBe(cycleEnd(rules, since));
    inCampaign(reviewed).when(people.discipline, reviewing(reviewed)).thenRefused('ALREADY_DECIDED');
    inCampaign(rectifying).when(people.discipline, reviewing(rectifying)).thenRefused('NOT_SUSTAINED');
    inCampaign(atEnd)
      .when(people.discipline, {
        type: 'RecordReview',
        data: { problemId: 'none', cycle: 1, looked: '', evidence: '' },
      })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });
});

describe('ending what is kept up', () => {
  it('is the secretary’s decision, after one review at least', () => {
    inCampaign(sustained).when(people.secretary, endingSustained(sustained)).thenRefused('REVIEW_MISSING');
    inCampaign(reviewed).when(people.deputy, endingSustained(reviewed)).thenRefused('NOT_YOURS');
    inCampaign(rectifying).when(people.secretary, endingSustained(rectifying)).thenRefused('NOT_SUSTAINED');
    inCampaign(reviewed)
      .when(people.secretary, { type: 'EndSustained', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    const ended = send(reviewed, people.secretary, endingSustained(reviewed));
    expect(theProblem(ended)).toMatchObject({ status: 'closed', closed: { late: false } });
    expect(summary(ended.campaign)).toMatchObject({ sustained: [], closed: [theProblem(ended).id] });
  });

  it('R4.17 can be undone by a reopening: it is kept up again, and a new cycle is owed on the day it ends', () => {
    const ended = send(reviewed, people.secretary, endingSustained(reviewed));
    const yearLater = at(ended, '2027-04-10T02:00:00.000Z');
    const again = send(yearLater, people.secretary, reopening(yearLater));
    expect(theProblem(again)).toMatchObject({ status: 'sustained', closed: null });
    const owed = theOwed(again, 'reviewSustained');
    // The second cycle was cut short by the ending.
    expect(owed).toMatchObject({ since: '2027-06-30', dueVersion: 1 });
    expect(owed.key).toMatch(/:3$/);
    inCampaign(again).when(people.discipline, reviewing(again, 3)).thenRefused('REVIEW_NOT_DUE');
    const dueNow = at(again, '2027-06-30T02:00:00.000Z');
    inCampaign(dueNow).when(people.discipline, reviewing(dueNow, 3)).then({ type: 'ReviewRecorded' });
  });
});
