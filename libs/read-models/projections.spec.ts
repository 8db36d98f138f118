import { describe, expect, it } from '@jest/globals';
import {
  campaignDecider,
  datingOf,
  obligations,
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  type Dating,
} from '@rectify/domain';
import {
  at,
  campaignStream,
  launched,
  newWorld,
  people,
  send,
  walk,
  type CampaignWorld,
} from '@rectify/testing';
import { projectCampaign } from './index';
import type { Entry } from './kernel/projection';

/** What one command writes, as table → rows. */
const rowsOf = (world: CampaignWorld, person: string, command: CampaignCommand) => {
  const next = send(world, person, command);
  const recorded = next.log.slice(world.log.length) as Entry[];
  return projectCampaign({ stream: campaignStream, before: world.campaign, recorded, after: next.campaign });
};
const happen = (world: CampaignWorld, ...events: readonly CampaignEvent[]) => {
  const recorded = events.map((event, index) => ({
    event,
    version: world.log.length + 1 + index,
    at: world.now,
    actor: { kind: 'system' as const },
  }));
  const after = structuredClone(world.campaign) as Parameters<typeof campaignDecider.evolve>[0];
  recorded.forEach(({ event, ...rest }) => campaignDecider.evolve(after, event, rest));
  return projectCampaign({
    stream: campaignStream,
    before: world.campaign,
    recorded,
    after: after as Campaign,
  });
};

const begun = () => at(launched(), '2026-03-03T02:00:00.000Z');
/** Three problems are being put right. */
const rectifying = () =>
  walk(
    begun(),
    { 'B1-1': ['未按期召开支部大会', '记录不全'], 'B2-3': ['批评意见空泛'] },
    ({ campaign: { order, problems } }) => order.some((id) => problems[id]?.status === 'rectifying'),
  );

describe('a launch', () => {
  const rows = rowsOf(newWorld(), people.secretary, {
    type: 'LaunchCampaign',
    data: {
      campaignId: '01900000-0000-7000-8000-000000000001',
      unitId: 'unit-branch',
      template: 'bland-casual',
      serial: 1,
      leaveOut: ['mobilisation', 'summary', 'lookBack'],
    },
  });

  it('writes the board, what is owed, and one line', () => {
    expect(Object.keys(rows).sort()).toEqual(['campaign_board', 'obligation', 'timeline']);
    expect(rows['campaign_board']?.upsert).toEqual([
      expect.objectContaining({
        code: 'PDH-2026-B01',
        year: 2026,
        status: 'open',
        stage: 'screening',
        reported: 0,
      }),
    ]);
    expect(rows['obligation']?.upsert.map(({ kind }) => kind)).toEqual(Array(5).fill('answerCheckItem'));
  });

  it('says nothing of the dating of obligations', () => {
    expect(rows['timeline']?.upsert.map(({ type, version, line }) => [type, version, line])).toEqual([
      ['CampaignLaunched', 1, 0],
    ]);
  });
});

describe('a stage that was forced', () => {
  const rows = rowsOf(begun(), people.secretary, {
    type: 'ForceStage',
    data: { stage: 'screening', reason: '提前转段' },
  });

  it('R4.21 shows so on the board and in the record, with its reason', () => {
    expect(rows['campaign_board']?.upsert).toMatchObject([
      {
        stage: 'problemList',
        stages: [{ kind: 'screening', how: 'forced', closedOn: '2026-03-03' }, {}, {}, {}, {}],
      },
    ]);
    expect(rows['timeline']?.upsert).toMatchObject([
      { type: 'StageClosed', subject: { stage: 'screening', how: 'forced' }, text: '提前转段' },
    ]);
  });

  it('takes what it still owed off every list', () => {
    expect(rows['obligation']?.remove).toHaveLength(5);
  });
});

describe('stages that were re-dated', () => {
  const rows = rowsOf(begun(), people.secretary, {
    type: 'RedateStages',
    data: {
      stages: [{ stage: 'signOff', startOn: '2026-04-22', endOn: '2026-08-20' }],
      reason: '按通知延后',
      notice: '区委〔2026〕12号',
    },
  });

  it('R4.23 leave a trace that names the notice, the old days and the new', () => {
    expect(rows['timeline']?.upsert).toMatchObject([
      {
        type: 'StagesRedated',
        text: '按通知延后',
        subject: {
          notice: '区委〔2026〕12号',
          stages: [{ stage: 'signOff', from: { endOn: '2026-08-04' }, to: { endOn: '2026-08-20' } }],
        },
      },
    ]);
    expect(rows['campaign_board']?.upsert).toMatchObject([
      { stages: [{}, {}, {}, {}, { endOn: '2026-08-20' }] },
    ]);
  });
});

describe('obligations', () => {
  it('R5.11 that were discharged are removed, those that arose are written, the others are left alone', () => {
    const world = rectifying();
    const [problemId = ''] = Object.values(world.campaign.problems)
      .filter(({ status }) => status === 'rectifying')
      .map(({ id }) => id);
    const measureId = world.campaign.problems[problemId]?.plan?.measures[0]?.id ?? '';
    const finished = rowsOf(world, people.organiser, {
      type: 'FinishMeasure',
      data: { problemId, measureId, result: '已完成' },
    });
    expect(finished['obligation']).toEqual({
      upsert: [],
      remove: [{ stream: campaignStream, key: `finishMeasure:${measureId}:1` }],
    });
    const reported = rowsOf(world, people.organiser, {
      type: 'ReportProgress',
      data: { problemId, measureId, text: '初稿' },
    });
    expect(reported['obligation']).toBeUndefined();
  });

  it('that are only reminded of are not written again', () => {
    const world = begun();
    const [first] = obligations(world.campaign);
    const rung = { key: first?.key ?? '', dueVersion: 1, rung: 'T-3', merged: false, on: '2026-03-27' };
    const rows = happen(world, { type: 'RemindersIssued', data: { rungs: [rung], on: '2026-03-27' } });
    expect(Object.keys(rows).sort()).toEqual(['outbox', 'timeline']);
  });

  it('with a new date are written again', () => {
    const world = begun();
    const [first] = obligations(world.campaign);
    const moved = {
      ...datingOf(world.campaign.dated, first?.key ?? ''),
      dueOn: '2026-05-06',
      dueVersion: 2,
    } as Dating;
    const rows = happen(world, { type: 'ObligationsDated', data: { dated: [moved] } });
    expect(rows['obligation']?.upsert).toEqual([
      expect.objectContaining({ key: first?.key, due_on: '2026-05-06', due_version: 2 }),
    ]);
    expect(rows['timeline']).toBeUndefined();
  });
});

describe('reminders', () => {
  const world = begun();
  const [first, second] = obligations(world.campaign);
  const rungs = [
    { key: first?.key ?? '', dueVersion: 1, rung: 'T-3', merged: true, on: '2026-03-27' },
    { key: first?.key ?? '', dueVersion: 1, rung: 'T-1', merged: false, on: '2026-03-27' },
    { key: second?.key ?? '', dueVersion: 1, rung: 'T-1', merged: false, on: '2026-03-27' },
  ];
  const rows = happen(world, { type: 'RemindersIssued', data: { rungs, on: '2026-03-27' } });

  it('R5.11 are a line each in the timeline', () => {
    expect(
      rows['timeline']?.upsert.map(({ version, line, subject }) => [
        version,
        line,
        (subject as { rung: string }).rung,
      ]),
    ).toEqual([
      [3, 0, 'T-3'],
      [3, 1, 'T-1'],
      [3, 2, 'T-1'],
    ]);
  });

  it('RR3.4 are a row each in the outbox, the merged too, with duties and never persons', () => {
    expect(rows['outbox']?.upsert.map(({ rung_id, merged }) => [rung_id, merged])).toEqual([
      [`${campaignStream}/${first?.key}:1:T-3`, true],
      [`${campaignStream}/${first?.key}:1:T-1`, false],
      [`${campaignStream}/${second?.key}:1:T-1`, false],
    ]);
    expect(rows['outbox']?.upsert[0]).toMatchObject({
      do: 'remind',
      on: '2026-03-27',
      to: [{ person: null, posts: ['organisationMember'] }],
    });
  });
});

describe('the ledger', () => {
  const world = rectifying();
  const ids = world.campaign.order;
  const change = (after: Campaign) =>
    projectCampaign({ stream: campaignStream, before: world.campaign, recorded: [], after })[
      'problem_ledger'
    ]?.upsert.map(({ problem_id }) => problem_id);

  it('takes the problems that changed, by reference', () => {
    const [id = ''] = ids;
    const problem = { ...world.campaign.problems[id], missing: '会议记录' } as Campaign['problems'][string];
    expect(change({ ...world.campaign, problems: { ...world.campaign.problems, [id]: problem } })).toEqual([
      id,
    ]);
    expect(change({ ...world.campaign })).toBeUndefined();
  });

  it('takes those whose owner was assigned, though the problem is the same', () => {
    const assigned = { ...world.campaign.assigned, 'aspectOwner:B2': people.member };
    const ofAspect = ids.filter((id) => world.campaign.problems[id]?.aspect === 'B2');
    expect(change({ ...world.campaign, assigned })).toEqual(ofAspect);
  });
});
