import {
  at,
  inCampaign,
  launched,
  ordinary,
  people,
  send,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import type { EventData } from './campaign.events';
import { react } from './campaign.process';

const announce: CampaignCommand = { type: 'OpenStage', data: {} };
const remind: CampaignCommand = { type: 'IssueReminders', data: {} };
/** The rungs that the last event issued. */
const issued = ({ log }: CampaignWorld): EventData<'RemindersIssued'>['rungs'] => {
  const last = log.at(-1)?.event;
  return last?.type === 'RemindersIssued' ? last.data.rungs : [];
};
const agenda = ({ campaign, now, calendar }: CampaignWorld) => react(campaign, now, calendar);

describe('the process of a campaign', () => {
  it('waits for the first day, announces the stage, and then wakes at the next rung', () => {
    expect(agenda(launched())).toEqual({
      stage: 'screening',
      road: [
        { stage: 'screening', is: 'ahead' },
        { stage: 'problemList', is: 'ahead' },
        { stage: 'measures', is: 'ahead' },
        { stage: 'deadlines', is: 'ahead' },
        { stage: 'signOff', is: 'ahead' },
      ],
      due: [],
      wake: { at: '2026-03-02T16:00:00.000Z', label: 'open screening' },
    });
    const begun = at(launched(), '2026-03-02T16:00:00.000Z');
    expect(agenda(begun).due).toEqual([{ kind: 'openStage', label: 'openStage screening' }]);
    const opened = inCampaign(begun)
      .when('system', announce)
      .then({ type: 'StageOpened', data: { stage: 'screening', on: '2026-03-03' } })
      .world();
    // The screening ends on 30 March: T-3 is Friday the 27th, 08:30 in Shanghai.
    expect(agenda(opened)).toMatchObject({
      due: [],
      wake: { at: '2026-03-27T00:30:00.000Z', label: 'rung T-3' },
    });
  });

  it('RR2.2 announces signing off beside the rectification, on the same day', () => {
    const world = whenOwed('approveStage', ordinary, { about: 'deadlines', except: ['reviewCompletion'] });
    expect(agenda(world).due[0]).toEqual({ kind: 'openStage', label: 'openStage deadlines signOff' });
    expect(agenda(world).road.slice(2)).toEqual([
      { stage: 'measures', is: 'closed' },
      { stage: 'deadlines', is: 'open' },
      { stage: 'signOff', is: 'open' },
    ]);
  });

  it('RR4.7 reminds at the beginning of the send window, and names what it issues with its count', () => {
    const day = send(at(launched(), '2026-03-27T00:29:59.999Z'), 'system', announce);
    expect(agenda(day).due).toEqual([]);
    const due = at(day, '2026-03-27T00:30:00.000Z');
    expect(agenda(due).due).toEqual([{ kind: 'remind', label: 'remind T-3 x5 T-1 x5' }]);
    const reminded = inCampaign(due).when('system', remind).then({ type: 'RemindersIssued' }).world();
    expect(agenda(reminded)).toMatchObject({ due: [], wake: { at: '2026-03-30T00:30:00.000Z' } });
    inCampaign(reminded).when('system', remind).then();
  });

  it('RR4.6 RR6.5 issues after a standstill the latest rung of each, the earlier recorded as merged', () => {
    const late = at(launched(), '2026-04-03T02:00:00.000Z');
    const mine = issued(send(late, 'system', remind)).filter(({ key }) => key === 'answerCheckItem:B3:1');
    expect(mine.map(({ rung, merged }) => [rung, merged])).toEqual([
      ['T-3', true],
      ['T-1', true],
      ['T', true],
      ['T+1', true],
      ['T+3', false],
    ]);
    expect(agenda(late).due.at(-1)?.label).toBe('remind T-3 x5 T-1 x5 T x5 T+1 x5 T+3 x5');
  });

  it('RR4.6 records two rungs that meet on one working day as one reminder', () => {
    // T-1 of Monday 30 March is Sunday, moved to Friday: the day of T-3.
    const friday = send(at(launched(), '2026-03-27T00:30:00.000Z'), 'system', remind);
    expect(issued(friday).slice(0, 2)).toEqual([
      expect.objectContaining({ rung: 'T-3', merged: true, on: '2026-03-27' }),
      expect.objectContaining({ rung: 'T-1', merged: false, on: '2026-03-27' }),
    ]);
  });

  it('RR2.1 lets nothing a person may do wait for an announcement', () => {
    const done = walk(launched(), ordinary, ({ campaign }) => campaign.status === 'signedOff');
    expect(done.campaign.status).toBe('signedOff');
    expect(
      done.log.some(({ event }) => event.type === 'StageOpened' || event.type === 'RemindersIssued'),
    ).toBe(false);
  });

  it('RR2.18 is over with the campaign', () => {
    const done = walk(launched(), {}, ({ campaign }) => campaign.status === 'signedOff');
    expect(agenda(at(done, '2027-01-01T00:00:00.000Z'))).toMatchObject({
      stage: 'over',
      due: [],
      wake: null,
    });
    expect(
      agenda(send(launched(), people.secretary, { type: 'WithdrawLaunch', data: { reason: '撤回' } })),
    ).toMatchObject({ stage: 'over', wake: null });
  });

  it('RR2.19 leaves its deeds to the system', () => {
    for (const command of [announce, remind])
      inCampaign(launched()).when(people.secretary, command).thenRefused('NOT_YOURS');
  });
});

describe('what is re-armed', () => {
  it('R5.5 climbs its ladder anew for a newly assigned holder, from the next day on', () => {
    const rectifying = whenProblemIs('rectifying');
    // Due on Saturday 30 May: T and T+1 fall on Monday, T+3 on Tuesday.
    const reminded = send(at(rectifying, '2026-06-01T00:30:00.000Z'), 'system', remind);
    const assign: CampaignCommand = {
      type: 'AssignDuty',
      data: { duty: 'owner', subject: theProblem(reminded).id, person: people.member, reason: '调整' },
    };
    const assigned = send(reminded, people.secretary, assign);
    expect(agenda(assigned).due.map(({ kind }) => kind)).toEqual(['openStage']);
    const { wake } = agenda(assigned);
    expect(wake).toEqual({ at: '2026-06-02T00:30:00.000Z', label: 'rung T+3' });
    const next = issued(send(at(assigned, wake?.at ?? ''), 'system', remind));
    expect(next).toContainEqual(expect.objectContaining({ dueVersion: 2, rung: 'T+3', merged: false }));
    expect(next.some(({ rung }) => rung === 'T' || rung === 'T+1')).toBe(false);
  });

  it('R5.6 is disarmed by what discharges it', () => {
    const rectifying = whenProblemIs('rectifying');
    const claimed = whenProblemIs('claimed', ordinary, rectifying);
    const long = '2026-12-01T02:00:00.000Z';
    const keys = issued(send(at(claimed, long), 'system', remind)).map(({ key }) => key);
    expect(keys.some((key) => key.startsWith('claimCompletion'))).toBe(false);
    expect(keys.some((key) => key.startsWith('reviewCompletion'))).toBe(true);
  });
});
