import {
  at,
  commandOf,
  discharge,
  launched,
  ordinary,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  whoOwes,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import { produce } from 'immer';
import { civilDateOf } from '../../calendar/civil-date';
import checkItems from '../../template/data/check-items.json';
import type { Campaign, CampaignState } from '../campaign.state';
import { selfCheckCodes, selfChecks, type SelfCheckCode } from './self-checks';

const check = (world: CampaignWorld, code: SelfCheckCode) => {
  const { campaign, directory, now } = world;
  const found = selfChecks({ campaign, directory, today: civilDateOf(now) }).find(
    (each) => each.code === code,
  );
  if (!found) throw new Error(`no check ${code}`);
  return found;
};
const verdict = (world: CampaignWorld, code: SelfCheckCode) => check(world, code).verdict;
const but = (world: CampaignWorld, change: (draft: CampaignState) => void): CampaignWorld => ({
  ...world,
  campaign: produce(world.campaign, (draft: Campaign) => change(draft as CampaignState)),
});
const on = (world: CampaignWorld, day: string) => at(world, `${day}T02:00:00.000Z`);

const start = launched();
const over = walk(start, ordinary, ({ campaign }) => campaign.status !== 'open');
const nil = walk(start, {}, ({ campaign }) => campaign.status !== 'open');
const begun = on(start, '2026-03-03');
const asked = on(launched({ template: templateState() }), '2026-03-03');

describe('RR5.5 the self-checks', () => {
  it('are those of the data file, in its order', () => {
    expect([...selfCheckCodes]).toEqual(checkItems.selfChecks.map(({ code }) => code));
  });

  it('D-1 ask for a leading group of enough persons with its head', () => {
    expect(check(start, 'D-1')).toMatchObject({
      verdict: 'met',
      rows: expect.arrayContaining([people.secretary]),
    });
    const headless = withPosts(start.directory, ['ends', 'secretary', people.secretary]);
    expect(verdict({ ...start, directory: headless }, 'D-1')).toBe('notMet');
    const few = withPosts(
      start.directory,
      ['ends', 'disciplineMember', people.discipline],
      ['ends', 'publicityMember', people.publicity],
      ['ends', 'organisationMember', people.organiser],
    );
    expect(verdict({ ...start, directory: few }, 'D-1')).toBe('notMet');
  });

  it('D-2 and D-18 ask for a stage only where the plan has it', () => {
    expect(verdict(start, 'D-2')).toBe('notApplicable');
    expect(verdict(start, 'D-18')).toBe('notApplicable');
    const first = but(start, ({ stages }) => {
      const mobilisation = {
        ...stages[0],
        kind: 'mobilisation',
      } as unknown as CampaignState['stages'][number];
      stages.unshift(mobilisation);
    });
    expect(check(first, 'D-2')).toMatchObject({ verdict: 'notYet', rows: ['mobilisation'] });
    expect(verdict(on(first, '2026-12-01'), 'D-2')).toBe('notMet');
    const last = but(over, ({ stages }) => {
      stages.push({ ...stages.at(-1), kind: 'lookBack' } as unknown as CampaignState['stages'][number]);
    });
    // Closed without a look at anything.
    expect(check(last, 'D-18')).toMatchObject({ verdict: 'notMet', rows: ['lookBack'] });
  });

  it('D-18 ask for a verdict on each problem drawn, and a reopening of what relapsed', () => {
    const toDraw = whenOwed('drawSample', ordinary, { from: launched({}, []) });
    const { id } = theProblem(toDraw);
    expect(check(toDraw, 'D-18')).toMatchObject({ verdict: 'notYet', rows: ['lookBack'] });
    expect(verdict(on(toDraw, '2027-01-10'), 'D-18')).toBe('notMet');
    const drawn = whenOwed('giveLookBackVerdict', ordinary, { from: toDraw });
    expect(check(drawn, 'D-18')).toMatchObject({ verdict: 'notYet', rows: [id] });
    expect(check(on(drawn, '2027-01-10'), 'D-18')).toMatchObject({ verdict: 'notMet', rows: [id] });
    const judging = theOwed(drawn, 'giveLookBackVerdict');
    const judged = (found: string) =>
      send(
        drawn,
        whoOwes(drawn, judging)[0] ?? '',
        commandOf(judging, { verdict: found, looked: '抽查记录', evidence: '工作手册' }),
      );
    expect(check(judged('holds'), 'D-18')).toMatchObject({ verdict: 'met', rows: [id] });
    expect(check(judged('relapsed'), 'D-18')).toMatchObject({ verdict: 'met', rows: [id] });
    const left = but(judged('relapsed'), ({ problems }) => {
      for (const problem of Object.values(problems)) problem.reopenings = [];
    });
    expect(check(on(left, '2027-01-10'), 'D-18')).toMatchObject({ verdict: 'notMet', rows: [id] });
    const few = but(judged('holds'), ({ samples }) => {
      for (const sample of samples) sample.population.push('another');
    });
    expect(verdict(on(few, '2027-01-10'), 'D-18')).toBe('notMet');
    const nothing = whenOwed('approveStage', {}, { from: launched({}, []), about: 'lookBack' });
    const closed = send(nothing, people.secretary, commandOf(theOwed(nothing, 'approveStage', 'lookBack')));
    expect(check(closed, 'D-18')).toMatchObject({ verdict: 'met', rows: ['lookBack'] });
  });

  it('D-3 ask for three lists that name who does what', () => {
    expect(check(over, 'D-3')).toMatchObject({ verdict: 'met', rows: [theProblem(over).id] });
    expect(verdict(nil, 'D-3')).toBe('notApplicable');
    const planned = whenProblemIs('acknowledged');
    expect(check(planned, 'D-3')).toMatchObject({ verdict: 'notYet', rows: [theProblem(planned).id] });
    expect(verdict(on(planned, '2026-12-01'), 'D-3')).toBe('notMet');
  });

  it('D-4 ask for the activities and the pledge of the plan', () => {
    expect(verdict(start, 'D-4')).toBe('notApplicable');
    expect(check(asked, 'D-4')).toMatchObject({
      verdict: 'notYet',
      rows: ['theoryStudy#1', 'seminar#1', 'partyLecture#1', 'knowledgeTest#1', 'pledge'],
    });
    expect(verdict(on(asked, '2026-04-01'), 'D-4')).toBe('notMet');
    const done = walk(asked, {}, (world) => verdict(world, 'D-4') === 'met', ['signOffCampaign']);
    expect(verdict(done, 'D-4')).toBe('met');
    expect(owedNow(done, 'signPledge')).toEqual([]);
  });

  it('D-5 count silence as missing, and a nil return as an answer', () => {
    expect(check(start, 'D-5')).toMatchObject({ verdict: 'notYet', reason: 'underWay' });
    expect(check(start, 'D-5').rows).toContain('B1-1');
    expect(verdict(on(start, '2026-04-01'), 'D-5')).toBe('notMet');
    expect(verdict(nil, 'D-5')).toBe('met');
    const unsigned = whenOwed('confirmScreening');
    expect(check(unsigned, 'D-5').rows).toEqual(['screening']);
  });

  it('D-6 ask for a triage of every report', () => {
    const reported = whenProblemIs('reported');
    expect(check(reported, 'D-6')).toMatchObject({ verdict: 'notYet', rows: [theProblem(reported).id] });
    expect(verdict(on(reported, '2026-04-01'), 'D-6')).toBe('notMet');
    expect(verdict(over, 'D-6')).toBe('met');
    expect(verdict(nil, 'D-6')).toBe('notApplicable');
  });

  it('D-7 ask for cause, measures, persons and a date of every problem', () => {
    const issued = whenProblemIs('issued');
    expect(check(issued, 'D-7')).toMatchObject({ verdict: 'notYet', rows: [theProblem(issued).id] });
    expect(verdict(on(issued, '2026-12-01'), 'D-7')).toBe('notMet');
    expect(verdict(over, 'D-7')).toBe('met');
    expect(verdict(nil, 'D-7')).toBe('notApplicable');
  });

  it('D-8 ask for the calendar once the stage of rectification is announced', () => {
    const rectifying = whenProblemIs('rectifying');
    expect(verdict(rectifying, 'D-8')).toBe('notYet');
    const announced = but(rectifying, ({ stages }) => {
      for (const stage of stages) if (stage.kind === 'deadlines') stage.announcedOn = '2026-05-06';
    });
    expect(check(announced, 'D-8').rows[0]).toMatch(/^(finishMeasure|claimCompletion):/);
    expect(verdict(nil, 'D-8')).toBe('notApplicable');
    const undated = but(announced, (draft) => {
      draft.dated = {};
    });
    expect(verdict(on(undated, '2026-12-01'), 'D-8')).toBe('notMet');
  });

  it('D-9 ask that what is put right at once is claimed within the stage', () => {
    expect(verdict(over, 'D-9')).toBe('notApplicable');
    const atOnce = but(over, ({ problems }) => {
      for (const problem of Object.values(problems)) problem.fixType = 'immediate';
    });
    expect(verdict(atOnce, 'D-9')).toBe('met');
    const open = but(atOnce, ({ problems }) => {
      for (const problem of Object.values(problems)) problem.claim = null;
    });
    expect(verdict(on(open, '2026-05-10'), 'D-9')).toBe('notYet');
    expect(verdict(on(open, '2027-01-10'), 'D-9')).toBe('notMet');
  });

  it('D-11 ask for the whole chain of closing by different persons', () => {
    expect(verdict(start, 'D-11')).toBe('notApplicable');
    expect(verdict(over, 'D-11')).toBe('met');
    const same = but(over, ({ problems }) => {
      for (const { reviewed, accepted } of Object.values(problems))
        if (reviewed && accepted) reviewed.by = accepted.by;
    });
    expect(check(same, 'D-11')).toMatchObject({ verdict: 'notMet', rows: [theProblem(over).id] });
    const own = but(over, ({ problems }) => {
      for (const { reviewed, doers } of Object.values(problems)) if (reviewed) doers.push(reviewed.by);
    });
    expect(verdict(own, 'D-11')).toBe('notMet');
  });

  it('D-12 ask that a return says what is missing', () => {
    expect(verdict(over, 'D-12')).toBe('notApplicable');
    const returned = (missing: string) =>
      but(over, ({ problems }) => {
        for (const problem of Object.values(problems)) problem.missing = missing;
      });
    expect(verdict(returned('缺少会议记录'), 'D-12')).toBe('met');
    expect(verdict(returned(' '), 'D-12')).toBe('notMet');
  });

  it('D-13 ask that what is overdue was reminded of', () => {
    expect(verdict(start, 'D-13')).toBe('notApplicable');
    const late = on(start, '2026-04-02');
    expect(verdict(late, 'D-13')).toBe('notYet');
    expect(verdict(on(start, '2026-05-02'), 'D-13')).toBe('notMet');
    expect(verdict(send(late, 'system', { type: 'IssueReminders', data: {} }), 'D-13')).toBe('met');
  });

  it('D-15 and D-17 answer “not yet” with the reason', () => {
    expect(check(over, 'D-15')).toMatchObject({
      verdict: 'notYet',
      reason: 'needsReportingPeriods',
      rows: [],
    });
    expect(check(over, 'D-17')).toMatchObject({ verdict: 'notYet', reason: 'needsSurvey', rows: [] });
  });

  it('D-19 list the rules made by their numbers', () => {
    expect(verdict(start, 'D-19')).toBe('notApplicable');
    const made = send(start, people.secretary, {
      type: 'RegisterRuleMade',
      data: { number: '党支〔2026〕3号', title: '议事规则', effectiveOn: '2026-05-01' },
    });
    expect(check(made, 'D-19')).toMatchObject({ verdict: 'met', rows: ['党支〔2026〕3号'] });
  });

  it('D-20 ask that no report ever came of an item about clues', () => {
    const clue = but(start, ({ plan }) => {
      for (const item of plan.aspects[0]?.items.slice(0, 1) ?? []) Object.assign(item, { clue: true });
    });
    expect(verdict(start, 'D-20')).toBe('notApplicable');
    expect(verdict(clue, 'D-20')).toBe('met');
    const world = send(
      begun,
      people.organiser,
      discharge(theOwed(begun, 'answerCheckItem', 'B1'), { 'B1-1': ['x'] }),
    );
    const told = but(world, ({ plan }) => {
      for (const item of plan.aspects[0]?.items.slice(0, 1) ?? []) Object.assign(item, { clue: true });
    });
    expect(check(told, 'D-20')).toMatchObject({ verdict: 'notMet', rows: ['B1-1'] });
  });
});
