import { beforeEach, describe, expect, it } from '@jest/globals';
import { obligations, type CampaignCommand } from '@rectify/domain';
import type { EventStore } from '@rectify/event-store';
import {
  by,
  campaignNo,
  driveCampaign,
  inMemoryLog,
  launchOf,
  lookAt,
  personIds,
  setUp,
  toCampaign,
  type InMemoryLog,
} from '@rectify/testing';
import type { Application } from './application';
import { createApplication } from './create-application';

const { secretary, organiser } = personIds;
const [FIRST, SECOND] = [campaignNo(1), campaignNo(2)];
const ITEM = 'B3-4';
const findings = { [ITEM]: ['谈心谈话未做到全覆盖'] };

let log: InMemoryLog;
let other: Application;
/** How often the application of a spec read the log. */
let loads: number;

/** The first campaign's problem is included; the second links to it and waits for its own sign-off. */
beforeEach(async () => {
  loads = 0;
  log = inMemoryLog();
  other = createApplication({ store: log.store });
  await setUp(other);
  await other.handle(launchOf(1), by(secretary, 'launch 1'));
  await other.handle(launchOf(2), by(secretary, 'launch 2'));
  await log.forwardTo('2026-03-03T02:00:00.000Z');
  await drive(FIRST, ({ campaign }) => campaign.lastNumber === 1);
  expect(await other.handle(toCampaign(await link(), 2), by(organiser, 'link'))).toMatchObject({ ok: true });
  await drive(SECOND, ({ campaign }) => obligations(campaign).some(({ kind }) => kind === 'signOffCampaign'));
});

const drive = (
  campaignId: string,
  until: NonNullable<Parameters<typeof driveCampaign>[1]['until']> = () => false,
) =>
  driveCampaign(other, {
    campaignId,
    findings: campaignId === FIRST ? findings : {},
    forwardTo: log.forwardTo,
    until,
  });

const problemId = async (): Promise<string> => (await lookAt(other, FIRST)).campaign.order[0] ?? '';
const link = async (): Promise<CampaignCommand> => ({
  type: 'LinkProblem',
  data: { item: ITEM, campaignId: FIRST, problemId: await problemId() },
});
const reopen = async (): Promise<CampaignCommand> => ({
  type: 'ReopenProblem',
  data: { problemId: await problemId(), reason: '反弹', dueOn: '2027-01-20' },
});

const counting = (): EventStore => ({
  ...log.store,
  load: (request) => {
    loads += 1;
    return log.store.load(request);
  },
});

const signOff = async (application: Application, id = 'sign', ifMatch?: number) => {
  const { campaign } = await lookAt(other, SECOND);
  const owed = obligations(campaign).find(({ kind }) => kind === 'signOffCampaign');
  const data = { basisHash: String(owed?.action.defaults['basisHash']) };
  const more = ifMatch === undefined ? {} : { ifMatch };
  return application.handle(toCampaign({ type: 'SignOffCampaign', data }, 2), by(secretary, id, more));
};

describe('R3.35 a sign-off rests on the campaigns to whose problems it links', () => {
  it('is refused while the other campaign’s own log says that the problem is open', async () => {
    const { length } = await other.history(SECOND);
    expect(await signOff(createApplication({ store: counting() }))).toMatchObject({
      ok: false,
      refusal: { code: 'LINKED_PROBLEM_OPEN', params: { code: 'PDH-2026-B01-001' } },
    });
    expect((await other.history(SECOND)).length).toBe(length);
  });

  it('is decided on a second reading where nothing is kept, and in none where all of it is', async () => {
    await drive(FIRST);
    const cold = createApplication({ store: counting(), steady: () => 0 });
    expect(await signOff(cold, 'wrong', 1)).toMatchObject({ refusal: { code: 'STALE_VERSION' } });
    expect(loads).toBe(2);
    expect(await signOff(cold)).toMatchObject({ ok: true });
    expect(loads).toBe(2);
    const signed = log.appends.at(-1);
    expect(signed?.rests.map(({ stream }) => stream)).toEqual([
      'directory/main',
      'calendar/cn',
      `campaign/${FIRST}`,
    ]);
  });

  it('needs no cache to be decided', async () => {
    await drive(FIRST);
    expect(await signOff(createApplication({ store: counting(), cachedStreams: 1 }))).toMatchObject({
      ok: true,
    });
  });

  it('is answered by what stands under its key', async () => {
    await drive(FIRST);
    expect(await signOff(createApplication({ store: log.store }))).toMatchObject({ replayed: false });
    const again = await signOff(createApplication({ store: log.store }));
    expect(again).toMatchObject({ ok: true, replayed: true });
  });

  it.each(['cold', 'warm'])('is lost to a reopening that comes between, when %s', async (how) => {
    await drive(FIRST);
    let isDue = false;
    const raced: EventStore = {
      ...log.store,
      append: async (request) => {
        const isNow = isDue && request.stream === `campaign/${SECOND}`;
        isDue &&= !isNow;
        if (isNow) await other.handle(toCampaign(await reopen(), 1), by(secretary, 'reopen'));
        return log.store.append(request);
      },
    };
    const application = createApplication({ store: raced, steady: () => 0 });
    if (how === 'warm') await signOff(application, 'stale', 1);
    isDue = true;
    expect(await signOff(application)).toMatchObject({
      ok: false,
      refusal: { code: 'LINKED_PROBLEM_OPEN' },
    });
    expect(isDue).toBe(false);
    expect((await lookAt(other, SECOND)).campaign.signedOffOn).toBeNull();
  });
});

describe('R3.34 a link rests on the campaign that it leads to', () => {
  it('is refused where there is none', async () => {
    const nowhere = { item: ITEM, campaignId: campaignNo(9), problemId: await problemId() };
    await other.handle(launchOf(3), by(secretary, 'launch 3'));
    const answer = await other.handle(
      toCampaign({ type: 'LinkProblem', data: nowhere }, 3),
      by(secretary, 'link 3'),
    );
    expect(answer).toMatchObject({ ok: false });
  });
});
