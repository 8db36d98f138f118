import { beforeEach, describe, expect, it } from '@jest/globals';
import { obligations } from '@rectify/domain';
import type { AppendRequest } from '@rectify/event-store';
import {
  answerOf,
  by,
  campaignNo,
  inMemoryLog,
  launchOf,
  lookAt,
  personIds,
  setUp,
  unitIds,
  type InMemoryLog,
} from '@rectify/testing';
import type { Application, Handled } from './application';
import { createApplication } from './create-application';

const { secretary, organiser, outsider } = personIds;

let log: InMemoryLog;
let application: Application;

beforeEach(async () => {
  log = inMemoryLog();
  application = createApplication({ store: log.store });
  await setUp(application);
});

const begun = async (): Promise<void> => {
  await application.handle(launchOf(), by(secretary, 'launch'));
  await log.forwardTo('2026-03-03T02:00:00.000Z');
};
const lastAppend = (): AppendRequest => log.appends.at(-1) as AppendRequest;
const code = (handled: Handled): string | null => (handled.ok ? null : handled.refusal.code);

describe('an accepted command', () => {
  it('is answered with its stream, version and facts, and appended with what settled behind it', async () => {
    expect(await application.handle(launchOf(), by(secretary, 'launch', { cause: 'spec' }))).toEqual({
      ok: true,
      stream: `campaign/${campaignNo(1)}`,
      version: 2,
      facts: 2,
      at: log.now(),
      replayed: false,
    });
    const { events, as, cause, expectedVersion, previousHash } = lastAppend();
    expect(events.map(({ event, schema }) => [event.type, schema])).toEqual([
      ['CampaignLaunched', 3],
      ['ObligationsDated', 1],
    ]);
    expect({ as, cause, expectedVersion, previousHash }).toEqual({
      as: { unitId: unitIds.branch, post: 'secretary' },
      cause: 'spec',
      expectedVersion: 0,
      previousHash: '',
    });
    const { campaign } = await lookAt(application, campaignNo(1));
    expect(obligations(campaign).every(({ dueOn }) => dueOn > '2026-03-02')).toBe(true);
  });

  it('is seen by the next reading and the next command', async () => {
    await begun();
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    const { campaign } = await lookAt(application, campaignNo(1));
    expect(campaign.answers['B1-1']).toEqual({ answer: 'noProblem', by: organiser, on: '2026-03-03' });
  });

  it('changes nothing where there is nothing to change, and is not appended', async () => {
    await begun();
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    const before = log.appends.length;
    expect(await application.handle(answerOf('B1-1'), by(organiser, '2'))).toMatchObject({
      ok: true,
      facts: 0,
      version: 3,
    });
    expect(log.appends).toHaveLength(before);
  });

  it('leaves the states of before as they were', async () => {
    await begun();
    const before = await lookAt(application, campaignNo(1));
    const text = JSON.stringify(before.campaign);
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    expect(JSON.stringify(before.campaign)).toBe(text);
    expect(Object.isFrozen(before.campaign.plan.aspects[0]?.items)).toBe(true);
  });
});

describe('a refusal', () => {
  it('is the aggregate’s own, and changes nothing', async () => {
    const before = log.appends.length;
    expect(code(await application.handle(launchOf(), by(outsider, '1')))).toBe('NOT_YOURS');
    expect(code(await application.handle(answerOf('B1-1'), by(organiser, '2')))).toBe('NOT_FOUND');
    expect(log.appends).toHaveLength(before);
    expect(await application.campaign(campaignNo(1))).toBeNull();
  });

  it('of a stale version names the present one', async () => {
    await begun();
    expect(await application.handle(answerOf('B1-1'), by(organiser, '1', { ifMatch: 1 }))).toEqual({
      ok: false,
      refusal: { code: 'STALE_VERSION', params: { version: 2 } },
    });
  });
});

describe('what cannot be answered', () => {
  it('a stream of a later version of the program needs an upgrade', async () => {
    await begun();
    await log.store.append({
      ...lastAppend(),
      key: { space: 'person', principal: secretary, id: 'later' },
      now: log.now(),
      expectedVersion: 2,
      previousHash: (await application.history(campaignNo(1))).at(-1)?.hash ?? '',
      events: [{ schema: 1, event: { type: 'MoonLanded', data: {} } }],
    });
    await expect(application.handle(answerOf('B1-1'), by(organiser, '1'))).rejects.toMatchObject({
      code: 'UPGRADE_NEEDED',
    });
  });

  it('a store that is away is the caller’s to hear of', async () => {
    const away = createApplication({
      store: { ...log.store, load: async () => Promise.reject(new Error('away')) },
    });
    await expect(away.handle(answerOf('B1-1'), by(organiser, '1'))).rejects.toThrow('away');
  });
});

describe('as of a day', () => {
  it('RR3.15 is what was recorded before its end in Shanghai, with today’s directory', async () => {
    await begun();
    await log.forwardTo('2026-03-03T15:59:00.000Z');
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    await log.forwardTo('2026-03-03T16:00:00.000Z');
    await application.handle(answerOf('B1-2'), by(organiser, '2'));
    const answersOn = async (day: string) =>
      Object.keys((await application.campaignAsOf(campaignNo(1), day))?.campaign.answers ?? {});
    expect(await answersOn('2026-03-03')).toEqual(['B1-1']);
    expect(await answersOn('2026-03-04')).toEqual(['B1-1', 'B1-2']);
    expect(await application.campaignAsOf(campaignNo(1), '2026-03-01')).toBeNull();
  });
});
