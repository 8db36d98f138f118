import { beforeEach, describe, expect, it } from '@jest/globals';
import { instantAt, obligations, type CampaignCommand } from '@rectify/domain';
import type { AppendRequest, EventStore } from '@rectify/event-store';
import { attend, inMemoryLog, lookAt, personIds, setUp, unitIds, type InMemoryLog } from '@rectify/testing';
import type { Application, Envelope, Handled, Target } from './application';
import { createApplication } from './create-application';

const campaignId = '01900000-0000-7000-8000-000000000001';
const hash = (digit: string): string => digit.repeat(64);
const { secretary, organiser, outsider } = personIds;

let log: InMemoryLog;
let application: Application;

beforeEach(async () => {
  log = inMemoryLog();
  application = createApplication({ store: log.store });
  await setUp(application);
});

const by = (personId: string, id: string, more: Partial<Envelope> = {}): Envelope => ({
  actor: { kind: 'person', personId },
  key: { space: 'person', principal: personId, id },
  payloadHash: hash('a'),
  ...more,
});
const ofCampaign = (command: CampaignCommand): Target => ({ aggregate: 'campaign', id: campaignId, command });
const launch = ofCampaign({
  type: 'LaunchCampaign',
  data: { campaignId, unitId: unitIds.branch, template: 'bland-casual', serial: 1 },
});
const answer = (item: string): Target =>
  ofCampaign({ type: 'AnswerCheckItems', data: { answers: [{ item, answer: 'noProblem' }] } });
const begun = async (): Promise<void> => {
  await application.handle(launch, by(secretary, 'launch'));
  await log.forwardTo('2026-03-03T02:00:00.000Z');
};
const lastAppend = (): AppendRequest => log.appends.at(-1) as AppendRequest;
const code = (handled: Handled): string | null => (handled.ok ? null : handled.refusal.code);

describe('an accepted command', () => {
  it('is answered with its stream, version and facts, and appended with what settled behind it', async () => {
    expect(await application.handle(launch, by(secretary, 'launch', { cause: 'spec' }))).toEqual({
      ok: true,
      stream: `campaign/${campaignId}`,
      version: 2,
      facts: 2,
      at: log.now(),
      replayed: false,
    });
    const { events, as, cause, expectedVersion, previousHash } = lastAppend();
    expect(events.map(({ event, schema }) => [event.type, schema])).toEqual([['CampaignLaunched', 1], ['ObligationsDated', 1]]);
    expect({ as, cause, expectedVersion, previousHash }).toEqual({
      as: { unitId: unitIds.branch, post: 'secretary' },
      cause: 'spec',
      expectedVersion: 0,
      previousHash: '',
    });
    const { campaign } = await lookAt(application, campaignId);
    expect(obligations(campaign).every(({ dueOn }) => dueOn > '2026-03-02')).toBe(true);
  });

  it('is seen by the next reading and the next command', async () => {
    await begun();
    await application.handle(answer('B1-1'), by(organiser, '1'));
    const { campaign } = await lookAt(application, campaignId);
    expect(campaign.answers['B1-1']).toEqual({ answer: 'noProblem', by: organiser, on: '2026-03-03' });
  });

  it('changes nothing where there is nothing to change, and is not appended', async () => {
    await begun();
    await application.handle(answer('B1-1'), by(organiser, '1'));
    const before = log.appends.length;
    expect(await application.handle(answer('B1-1'), by(organiser, '2'))).toMatchObject({ ok: true, facts: 0, version: 3 });
    expect(log.appends).toHaveLength(before);
  });

  it('leaves the states of before as they were', async () => {
    await begun();
    const before = await lookAt(application, campaignId);
    const text = JSON.stringify(before.campaign);
    await application.handle(answer('B1-1'), by(organiser, '1'));
    expect(JSON.stringify(before.campaign)).toBe(text);
    expect(Object.isFrozen(before.campaign.plan.aspects[0]?.items)).toBe(true);
  });
});

describe('a key', () => {
  it('gives one effect however often it comes, at the same time too', async () => {
    await begun();
    const all = await Promise.all([1, 2, 3].map(() => application.handle(answer('B1-1'), by(organiser, 'same'))));
    expect(all.map((handled) => handled.ok && [handled.version, handled.facts, handled.replayed])).toEqual([
      [3, 1, false],
      [3, 1, true],
      [3, 1, true],
    ]);
  });

  it('is answered before If-Match and rules: the campaign may have moved on', async () => {
    await begun();
    await application.handle(answer('B1-1'), by(organiser, '1', { ifMatch: 2 }));
    await application.handle(answer('B1-2'), by(organiser, '2'));
    expect(await application.handle(answer('B1-1'), by(organiser, '1', { ifMatch: 2 }))).toMatchObject({ ok: true, version: 3, replayed: true });
  });

  it('answers the stream it made, though the caller filled in another id', async () => {
    await begun();
    const again = { ...launch, id: '01900000-0000-7000-8000-000000000002' } as Target;
    expect(await application.handle(again, by(secretary, 'launch'))).toMatchObject({ stream: `campaign/${campaignId}`, replayed: true });
  });

  it('with another payload is refused', async () => {
    await begun();
    await application.handle(answer('B1-1'), by(organiser, '1'));
    expect(code(await application.handle(answer('B1-2'), by(organiser, '1', { payloadHash: hash('b') })))).toBe('KEY_REUSED');
  });

  it('is not answered to somebody who holds no post any more', async () => {
    await begun();
    await application.handle(answer('B1-1'), by(organiser, '1'));
    await application.handle(
      { aggregate: 'directory', command: { type: 'EndTenure', data: { unitId: unitIds.branch, post: 'organisationMember', personId: organiser } } },
      by(secretary, '2'),
    );
    expect(code(await application.handle(answer('B1-1'), by(organiser, '1')))).toBe('NOT_YOURS');
  });

  it('of a refused command is free: it is decided anew', async () => {
    await application.handle(launch, by(secretary, 'launch'));
    expect(code(await application.handle(answer('B1-1'), by(organiser, '1')))).toBe('STAGE_NOT_OPEN');
    await log.forwardTo('2026-03-03T02:00:00.000Z');
    expect(await application.handle(answer('B1-1'), by(organiser, '1'))).toMatchObject({ ok: true, replayed: false });
  });
});

describe('a refusal', () => {
  it('is the aggregate’s own, and changes nothing', async () => {
    const before = log.appends.length;
    expect(code(await application.handle(launch, by(outsider, '1')))).toBe('NOT_YOURS');
    expect(code(await application.handle(answer('B1-1'), by(organiser, '2')))).toBe('NOT_FOUND');
    expect(log.appends).toHaveLength(before);
    expect(await application.campaign(campaignId)).toBeNull();
  });

  it('of a stale version names the present one', async () => {
    await begun();
    expect(await application.handle(answer('B1-1'), by(organiser, '1', { ifMatch: 1 }))).toEqual({
      ok: false,
      refusal: { code: 'STALE_VERSION', params: { version: 2 } },
    });
  });
});

describe('the doorbell', () => {
  it('rings for a new campaign', async () => {
    await application.handle(launch, by(secretary, 'launch'));
    expect(lastAppend().ring).toEqual({ raise: true });
  });

  it('rings while a deed is due, and not for an answer that brings nothing earlier', async () => {
    await begun();
    await application.handle(answer('B1-1'), by(organiser, '1'));
    expect(lastAppend().ring).toEqual({ raise: true });
    await attend(application, campaignId, await lookAt(application, campaignId));
    expect(lastAppend().ring).toEqual({ raise: false });
    await application.handle(answer('B1-2'), by(organiser, '2'));
    expect(lastAppend().ring).toEqual({ raise: false });
  });

  it('rings when something has to be looked at earlier', async () => {
    await begun();
    await attend(application, campaignId, await lookAt(application, campaignId));
    const problems = [{ id: '01900000-0000-7000-9999-000000000001', title: '未按期换届', detail: '' }];
    await application.handle(
      ofCampaign({ type: 'AnswerCheckItems', data: { answers: [{ item: 'B1-1', answer: 'problem', problems }] } }),
      by(organiser, '1'),
    );
    expect(lastAppend().ring).toEqual({ raise: true });
  });

  it('is nothing to streams without a process', () => {
    expect(log.appends.filter(({ stream }) => !stream.startsWith('campaign/')).every(({ ring }) => ring === null)).toBe(true);
  });

  it('rings a second time for what fell due since, though nothing else changed', async () => {
    await begun();
    await attend(application, campaignId, await lookAt(application, campaignId));
    await log.forwardTo(instantAt('2026-03-31', '10:00'));
    await application.handle(answer('B1-3'), by(organiser, '3'));
    expect(lastAppend().ring).toEqual({ raise: true });
  });
});

describe('a lost race', () => {
  /** Somebody else's append slips in before ours, as from another process. */
  const raced = (store: EventStore, times: number): { store: EventStore; locked: () => number } => {
    let left = times;
    let locks = 0;
    const other = createApplication({ store });
    const slipIn = async (): Promise<void> => {
      if (left === 0) return;
      left -= 1;
      await other.handle(answer(`B1-${10 + left}`), by(organiser, `other-${left}`));
    };
    return {
      locked: () => locks,
      store: {
        ...store,
        append: async (request) => {
          await slipIn();
          return store.append(request);
        },
        loadLocked: (request, stream, then) => {
          locks += 1;
          return store.loadLocked(request, stream, then);
        },
      },
    };
  };

  it('is tried again under the lock of the head, on what the other left', async () => {
    await begun();
    const { store, locked } = raced(log.store, 1);
    const mine = createApplication({ store });
    expect(await mine.handle(answer('B1-1'), by(organiser, '1'))).toMatchObject({ ok: true, version: 4, facts: 1 });
    expect(locked()).toBe(1);
    const { campaign } = await lookAt(mine, campaignId);
    expect(Object.keys(campaign.answers)).toEqual(['B1-10', 'B1-1']);
  });

  it('for one and the same key answers what the other stored', async () => {
    await begun();
    const mine = createApplication({
      store: {
        ...log.store,
        append: async (request) => {
          await application.handle(answer('B1-1'), by(organiser, '1'));
          return log.store.append(request);
        },
      },
    });
    expect(await mine.handle(answer('B1-1'), by(organiser, '1'))).toMatchObject({ ok: true, version: 3, replayed: true });
  });

  it('with the clock is decided again at the time it is', async () => {
    await begun();
    let late = true;
    const mine = createApplication({
      store: {
        ...log.store,
        append: async (request) => {
          if (late) await log.forwardTo('2026-03-03T03:00:00.000Z');
          late = false;
          return log.store.append(request);
        },
      },
    });
    expect(await mine.handle(answer('B1-1'), by(organiser, '1'))).toMatchObject({ ok: true, at: '2026-03-03T03:00:00.000Z' });
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
      previousHash: (await application.history(campaignId)).at(-1)?.hash ?? '',
      events: [{ schema: 1, event: { type: 'MoonLanded', data: {} } }],
    });
    await expect(application.handle(answer('B1-1'), by(organiser, '1'))).rejects.toMatchObject({ code: 'UPGRADE_NEEDED' });
  });

  it('a store that is away is the caller’s to hear of', async () => {
    const away = createApplication({ store: { ...log.store, load: async () => Promise.reject(new Error('away')) } });
    await expect(away.handle(answer('B1-1'), by(organiser, '1'))).rejects.toThrow('away');
  });
});

describe('as of a day', () => {
  it('is what was recorded before its end in Shanghai, with today’s directory', async () => {
    await begun();
    await log.forwardTo('2026-03-03T15:59:00.000Z');
    await application.handle(answer('B1-1'), by(organiser, '1'));
    await log.forwardTo('2026-03-03T16:00:00.000Z');
    await application.handle(answer('B1-2'), by(organiser, '2'));
    const answersOn = async (day: string) => Object.keys((await application.campaignAsOf(campaignId, day))?.campaign.answers ?? {});
    expect(await answersOn('2026-03-03')).toEqual(['B1-1']);
    expect(await answersOn('2026-03-04')).toEqual(['B1-1', 'B1-2']);
    expect(await application.campaignAsOf(campaignId, '2026-03-01')).toBeNull();
  });
});
