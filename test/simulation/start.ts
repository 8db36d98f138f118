import { createApplication } from '@rectify/application';
import { createMemoryStore, type RecordedEvent } from '@rectify/event-store';
import { driveCampaign, lookAt, sendTo, setUp } from '../../libs/testing/drive-campaign';
import { personIds } from '../../libs/testing/organisation-commands';
import { campaignNo, launchOf } from '../../libs/testing/sending';

/** How far a campaign had come when the simulation takes over: the log up to there, and when that was. */
export interface Beginning {
  readonly events: readonly RecordedEvent[];
  readonly at: string;
}

/** The log of an organisation, and campaigns that were driven to their end, each cut after any of its commands. */
export interface Beginnings {
  readonly organisation: readonly RecordedEvent[];
  /** By campaign: its beginnings, from the launch on. */
  readonly campaigns: readonly (readonly Beginning[])[];
  /** Of every report that was sealed on the way. */
  readonly keys: Readonly<Record<string, string>>;
}

const FINDINGS = [
  { 'B1-1': ['未按期召开支部大会'], 'B3-1': ['谈心谈话未做到全覆盖'] },
  { 'B2-3': ['批评意见空泛', '会前谈心不足'] },
  {},
];
const START = '2026-03-02T02:00:00.000Z';
const LAUNCHED_AND_FIRST_DAY = 1;

/** Driven once a process; every seed begins somewhere in these logs. */
export const beginnings = async (): Promise<Beginnings> => {
  const keys: Record<string, string> = {};
  const organisation = await recordedBy(START, [], keys, setUp);
  const campaigns: (readonly Beginning[])[] = [];
  for (const [index, findings] of FINDINGS.entries()) {
    const campaignId = campaignNo(index + 1);
    const cuts: { readonly length: number; readonly at: string }[] = [];
    const stream = `campaign/${campaignId}`;
    const all = await recordedBy(START, organisation, keys, async (application, clock, length) => {
      await sendTo(application, personIds.secretary, launchOf(index + 1));
      await driveCampaign(application, {
        campaignId,
        findings,
        forwardTo: async (instant) => void (clock.now = instant),
        until: ({ now }) => {
          cuts.push({ length: length(), at: now });
          return false;
        },
      });
      await lookAt(application, campaignId);
    });
    campaigns.push(
      cuts.slice(LAUNCHED_AND_FIRST_DAY).map(({ length, at }) => ({
        events: all.slice(0, length).filter((event) => event.stream === stream),
        at,
      })),
    );
  }
  return { organisation, campaigns, keys };
};

const recordedBy = async (
  at: string,
  before: readonly RecordedEvent[],
  keys: Record<string, string>,
  work: (
    application: ReturnType<typeof createApplication>,
    clock: { now: string },
    length: () => number,
  ) => Promise<void>,
): Promise<readonly RecordedEvent[]> => {
  const events = [...before];
  const clock = { now: at };
  const store = createMemoryStore({
    ...{ before, now: () => clock.now },
    onAppend: ({ rows }, recorded) => {
      events.push(...recorded);
      for (const { problem_id: id, key } of rows['sealing_key']?.upsert ?? []) keys[String(id)] = String(key);
    },
  });
  await work(createApplication({ store }), clock, () => events.length);
  return events;
};
