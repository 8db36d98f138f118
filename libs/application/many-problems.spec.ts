import { beforeEach, describe, expect, it } from '@jest/globals';
import { obligations, type CampaignCommand, type EventData } from '@rectify/domain';
import { createApplication, type Application } from './index';
import {
  by,
  campaignNo,
  inMemoryLog,
  launchOf,
  lookAt,
  newId,
  personIds,
  sendTo,
  setUp,
  toCampaign,
  type InMemoryLog,
} from '@rectify/testing';

const { secretary, organiser } = personIds;
const PROBLEMS = 300;
/** What the log takes in one event: canonical.ts. */
const MOST_BYTES = 64 * 1024;

let log: InMemoryLog;
let application: Application;

beforeEach(async () => {
  log = inMemoryLog();
  application = createApplication({ store: log.store });
  await setUp(application);
  await application.handle(launchOf(), by(secretary, 'launch'));
  await log.forwardTo('2026-03-03T02:00:00.000Z');
});

const reported = (): CampaignCommand => ({
  type: 'AnswerCheckItems',
  data: {
    answers: [
      {
        item: 'B1-1',
        answer: 'problem',
        problems: Array.from({ length: PROBLEMS }, (_, n) => ({
          id: newId(),
          title: `问题${n + 1}`,
          detail: '',
        })),
      },
    ],
  },
});

describe('a campaign of three hundred reports', () => {
  it('dates what they make owed in events that the log takes', async () => {
    const handled = await application.handle(toCampaign(reported()), by(organiser, 'report'));
    expect(handled).toMatchObject({ ok: true });
    const { campaign } = await lookAt(application, campaignNo(1));
    const triage = obligations(campaign).filter(({ kind }) => kind === 'triageProblem');
    expect(triage).toHaveLength(PROBLEMS);
    const dated = (await application.history(campaignNo(1))).filter(
      ({ type }) => type === 'ObligationsDated',
    );
    expect(dated.length).toBeGreaterThan(2);
    expect(Math.max(...dated.map(({ bytes }) => Buffer.byteLength(bytes)))).toBeLessThan(MOST_BYTES);
  });

  it('R5.4 reminds of all of them, about fifty rungs at a time, of each rung once', async () => {
    await sendTo(application, organiser, toCampaign(reported()));
    const version = (await application.campaign(campaignNo(1)))?.version ?? 0;
    await log.forwardTo('2026-04-20T02:00:00.000Z');
    const due = async () => (await application.agenda(campaignNo(1)))?.agenda.due.map(({ kind }) => kind);
    while ((await due())?.includes('remind'))
      await sendTo(application, 'system', toCampaign({ type: 'IssueReminders', data: {} }));
    const portions = (await application.history(campaignNo(1)))
      .filter((event) => event.version > version && event.type === 'RemindersIssued')
      .map(({ event }) => (event.data as EventData<'RemindersIssued'>).rungs);
    expect(Math.max(...portions.map((rungs) => rungs.length))).toBeLessThan(60);
    const keys = portions.map((rungs) => [...new Set(rungs.map(({ key }) => key))]).flat();
    expect(new Set(keys).size).toBe(keys.length);
    const issued = portions.flat();
    expect(issued.length).toBeGreaterThan(3 * PROBLEMS);
    expect(new Set(issued.map(({ key, rung }) => `${key} ${rung}`)).size).toBe(issued.length);
    const sent = issued.filter(({ key, merged }) => key.startsWith('triageProblem:') && !merged);
    expect(sent).toHaveLength(PROBLEMS);
    expect(await due()).toEqual(['openStage']);
  });
});
