import { beforeEach, describe, expect, it } from '@jest/globals';
import { instantAt } from '@rectify/domain';
import type { AppendRequest } from '@rectify/event-store';
import {
  answerOf,
  attend,
  by,
  campaignNo,
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

describe('the doorbell', () => {
  it('rings for a new campaign', async () => {
    await application.handle(launchOf(), by(secretary, 'launch'));
    expect(lastAppend().ring).toEqual({ raise: true });
  });

  it('rings while a deed is due, and not for an answer that brings nothing earlier', async () => {
    await begun();
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    expect(lastAppend().ring).toEqual({ raise: true });
    await attend(application, campaignNo(1), await lookAt(application, campaignNo(1)));
    expect(lastAppend().ring).toEqual({ raise: false });
    await application.handle(answerOf('B1-2'), by(organiser, '2'));
    expect(lastAppend().ring).toEqual({ raise: false });
  });

  it('rings when something has to be looked at earlier', async () => {
    await begun();
    await attend(application, campaignNo(1), await lookAt(application, campaignNo(1)));
    await application.handle(
      toCampaign({ type: 'PlanActivity', data: { kind: 'seminar', nth: 1, plannedOn: '2026-03-05' } }),
      by(organiser, '1'),
    );
    expect(lastAppend().ring).toEqual({ raise: true });
  });

  it('is nothing to streams without a process', () => {
    expect(
      log.appends.filter(({ stream }) => !stream.startsWith('campaign/')).every(({ ring }) => ring === null),
    ).toBe(true);
  });

  it('rings a second time for what fell due since, though nothing else changed', async () => {
    await begun();
    await attend(application, campaignNo(1), await lookAt(application, campaignNo(1)));
    await log.forwardTo(instantAt('2026-03-31', '10:00'));
    await application.handle(answerOf('B1-3'), by(organiser, '3'));
    expect(lastAppend().ring).toEqual({ raise: true });
  });
});
