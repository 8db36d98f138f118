import { createApplication, type Application } from '@rectify/application';
import { currentStage, type CampaignCommand, type Instant, type Obligation } from '@rectify/domain';
import { payloadHash, type EventStore } from '@rectify/event-store';
import { driveCampaign, sendTo, setUp, type Driven, type Seen } from '../../../libs/testing/drive-campaign';
import { personIds } from '../../../libs/testing/organisation-commands';
import { campaignNo, launchOf } from '../../../libs/testing/sending';
import { discharge, newId, type Findings } from '../../../libs/testing/walk-campaign';
import type { Kinds } from './kinds';

/** The log a big campaign stands in, and its clock. */
export interface Ground {
  readonly store: EventStore;
  readonly forwardTo: (instant: Instant) => Promise<void>;
}

export const CAMPAIGN = campaignNo(1);
export const FIRST_DAY = '2026-03-02T02:00:00.000Z';
const ITEMS = ['B1-1', 'B1-2', 'B2-3', 'B3-1'];
const MEASURES_EACH = 3;
/** One problem of so many is to be kept up. */
const SUSTAINED_OF = 30;

/** The write path as the api has it: with a clock of its own, so that a command on what is kept needs no reading. */
export const applicationOn = (store: EventStore): Application =>
  createApplication({ store, steady: () => performance.now() });

/** A campaign in its stage of rectification with three measures a problem, made by nothing but commands, each timed. */
export const bigCampaign = async (
  application: Application,
  { forwardTo }: Ground,
  problems: number,
  kinds: Kinds,
): Promise<Seen> => {
  await setUp(application);
  await sendTo(application, personIds.secretary, launchOf());
  const findings = findingsOf(problems);
  let issued = 0;
  return driveCampaign(timing(application, kinds), {
    campaignId: CAMPAIGN,
    findings,
    forwardTo,
    instead: (obligation) => {
      if (obligation.kind === 'submitPlan') return withMeasures(obligation, findings);
      if (obligation.kind !== 'issueProblem') return null;
      issued += 1;
      return issued % SUSTAINED_OF === 0 ? sustained(obligation) : null;
    },
    except: ['finishMeasure', 'claimCompletion'],
    until: ({ campaign }) => currentStage(campaign)?.kind === 'deadlines',
  });
};

const findingsOf = (problems: number): Findings =>
  Object.fromEntries(
    ITEMS.map((item, at) => {
      const many = Math.floor(problems / ITEMS.length) + (at < problems % ITEMS.length ? 1 : 0);
      return [item, Array.from({ length: many }, (_, n) => `${item} 之问题${n + 1}`)];
    }),
  );

const withMeasures = (obligation: Obligation, findings: Findings): CampaignCommand | null => {
  const plan = discharge(obligation, findings);
  if (plan.type !== 'SubmitPlan') return null;
  const [first] = plan.data.measures;
  if (!first) return null;
  const measures = Array.from({ length: MEASURES_EACH }, () => ({ ...first, id: newId() }));
  return { type: plan.type, data: { ...plan.data, measures } };
};

const sustained = (obligation: Obligation): CampaignCommand => {
  const { defaults } = obligation.action;
  return { type: 'IssueProblem', data: { ...defaults, fixType: 'sustained' } } as unknown as CampaignCommand;
};

/** The same application, each command of a campaign timed by its kind. */
const timing = (application: Application, kinds: Kinds): Driven => ({
  campaign: application.campaign,
  handle: async (target, envelope) => {
    let answer: Awaited<ReturnType<Driven['handle']>> | undefined;
    await kinds.timed(target.command.type, async () => {
      answer = await application.handle(target, envelope);
      return answer.ok ? null : answer.refusal.code;
    });
    if (!answer) throw new Error(kinds.failures().at(-1));
    return answer;
  },
});

let sent = 0;

/** One command by a person under a key of its own; answers the refusal's code, or null. */
export const sendAs = async (
  application: Application,
  person: string | 'system',
  command: CampaignCommand,
): Promise<string | null> => {
  sent += 1;
  const isSystem = person === 'system';
  const handled = await application.handle(
    { aggregate: 'campaign', id: CAMPAIGN, command },
    {
      actor: isSystem ? { kind: 'system' } : { kind: 'person', personId: person },
      key: isSystem
        ? { space: 'system', principal: 'campaign', id: `bench-${sent}` }
        : { space: 'person', principal: person, id: `bench-${sent}` },
      payloadHash: payloadHash({ sent }),
    },
  );
  return handled.ok ? null : handled.refusal.code;
};
