import {
  by,
  campaignNo,
  driveCampaign,
  inMemoryLog,
  launchOf,
  personIds,
  sendTo,
  setUp,
  toCampaign,
} from '@rectify/testing';
import { createApplication } from './create-application';
import { aesSealer } from './sealer';

const { secretary, organiser } = personIds;
const report = '01900000-0000-7000-9000-0000000000aa';
const words = { title: '某某收受礼金', detail: '群众来信反映' };
const answering = toCampaign({
  type: 'AnswerCheckItems',
  data: { answers: [{ item: 'B3-1', answer: 'problem', problems: [{ id: report, ...words }] }] },
});
const triage = (decision: 'include' | 'exclude' | 'handOver') =>
  toCampaign({
    type: 'TriageProblem',
    data: { problemId: report, decision, ...(decision === 'handOver' ? {} : { reason: '经核实' }) },
  });

const launched = async () => {
  const log = inMemoryLog();
  const application = createApplication({ store: log.store });
  await setUp(application);
  await application.handle(launchOf(), by(secretary, 'launch'));
  const campaign = async () => {
    const standing = await application.campaign(campaignNo(1));
    if (!standing) throw new Error('no campaign');
    return standing.campaign;
  };
  const bytes = async () => (await application.history(campaignNo(1))).map((each) => each.bytes).join();
  return { log, application, campaign, bytes };
};

const reported = async () => {
  const all = await launched();
  await all.log.forwardTo('2026-03-03T02:00:00.000Z');
  expect(await all.application.handle(answering, by(organiser, 'report'))).toMatchObject({ ok: true });
  return all;
};

/** Found in a campaign whose screening found nothing and was confirmed. */
const reportedLate = async () => {
  const all = await launched();
  await driveCampaign(all.application, {
    campaignId: campaignNo(1),
    findings: {},
    forwardTo: all.log.forwardTo,
    until: ({ campaign: { screening } }) => screening !== null,
  });
  const data = { item: 'B3-1', problem: { id: report, ...words } };
  await sendTo(all.application, organiser, toCampaign({ type: 'ReportProblem', data }));
  return all;
};

describe('a sealer', () => {
  it('opens what it sealed, under that key and for that report only', () => {
    const { sealed, key } = aesSealer.seal(report, words);
    expect(aesSealer.open(report, sealed, key)).toEqual(words);
    expect(aesSealer.open(campaignNo(1), sealed, key)).toBeNull();
    expect(aesSealer.open(report, sealed, aesSealer.seal(report, words).key)).toBeNull();
    expect(aesSealer.open(report, `${sealed.slice(0, -4)}AAAA`, key)).toBeNull();
    expect(aesSealer.open(report, '', '')).toBeNull();
  });
});

describe('a reported problem', () => {
  it('RR2.22 is sealed in the log and in every row until its triage, and readable by its key', async () => {
    const { log, application, campaign, bytes } = await reported();
    expect(await bytes()).not.toContain(words.title);
    expect(JSON.stringify(log.appends)).not.toContain(words.title);
    expect(await application.reports(await campaign(), [report])).toEqual({ [report]: words });
  });

  it.each(['include', 'exclude'] as const)('is kept in clear where the triage is to %s', async (decision) => {
    const { application, campaign, bytes } = await reported();
    expect(await application.handle(triage(decision), by(secretary, 'triage'))).toMatchObject({ ok: true });
    expect((await campaign()).problems[report]).toMatchObject({ ...words, sealed: null });
    expect(await bytes()).toContain(words.title);
  });

  it('R3.7 RR2.22 that is handed over loses its key in the same append, and can never be read again', async () => {
    const { log, application, campaign, bytes } = await reported();
    const before = await campaign();
    expect(await application.handle(triage('handOver'), by(secretary, 'triage'))).toMatchObject({ ok: true });
    expect(log.appends.at(-1)?.rows['sealing_key']).toEqual({ upsert: [], remove: [{ problem_id: report }] });
    expect(await log.store.sealingKeys([report])).toEqual({});
    expect(await application.reports(before, [report])).toEqual({ [report]: null });
    expect(await bytes()).not.toContain(words.title);
    expect((await campaign()).problems[report]).toMatchObject({
      status: 'handedOver',
      title: '',
      detail: '',
    });
  });

  it('keeps its key where the hand-over is refused', async () => {
    const { log, application } = await reported();
    expect(await application.handle(triage('handOver'), by(organiser, 'triage'))).toMatchObject({
      ok: false,
    });
    expect(Object.keys(await log.store.sealingKeys([report]))).toEqual([report]);
  });
});

describe('RR2.9 a problem reported after the screening was confirmed', () => {
  it('RR2.22 is sealed in the log and in every row until its triage, and readable by its key', async () => {
    const { log, application, campaign, bytes } = await reportedLate();
    expect((await campaign()).problems[report]).toMatchObject({ status: 'reported', title: '', detail: '' });
    for (const written of [await bytes(), JSON.stringify(log.appends)])
      for (const word of Object.values(words)) expect(written).not.toContain(word);
    expect(await application.reports(await campaign(), [report])).toEqual({ [report]: words });
  });

  it('R3.7 RR2.22 loses its key where it is handed over, and is kept in clear where it is included', async () => {
    const over = await reportedLate();
    await sendTo(over.application, secretary, triage('handOver'));
    expect(await over.log.store.sealingKeys([report])).toEqual({});
    expect(await over.bytes()).not.toContain(words.title);
    const kept = await reportedLate();
    await sendTo(kept.application, secretary, triage('include'));
    expect((await kept.campaign()).problems[report]).toMatchObject({ ...words, sealed: null });
  });
});
