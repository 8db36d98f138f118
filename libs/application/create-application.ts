import { civilDateOf, react, type Campaign } from '@rectify/domain';
import type { EventStore, RecordedEvent } from '@rectify/event-store';
import { campaignStream } from '@rectify/read-models';
import { CALENDAR, foldOnto, templateStream } from './aggregates';
import type { Application, Standing } from './application';
import { dischargeIn } from './discharge';
import { handleCommand } from './handle-command';
import { calendarOf, directoryNow } from './judge';
import { openReport } from './sealed-reports';
import { aesSealer, type Sealer } from './sealer';
import { createStateCache } from './state-cache';
import { createStreamQueue } from './stream-queue';
import { createStreams, organisation, type Known } from './streams';

export interface ApplicationOptions {
  readonly store: EventStore;
  /** Closes the words of reports until their triage; default AES-256-GCM. */
  readonly sealer?: Sealer;
  /** Folded streams kept in memory; default 500. */
  readonly cachedStreams?: number;
  /** Milliseconds of a clock that never steps; with it a command on what is kept needs no reading. Default: none. */
  readonly steady?: () => number;
  /** Commands of one stream that may wait in this process, the one at work included; default 100. */
  readonly longestQueue?: number;
}

const BATCH = 1_000;

/** The write path and the fresh readings of one process. */
export const createApplication = ({
  store,
  sealer = aesSealer,
  cachedStreams = 500,
  longestQueue = 100,
  steady,
}: ApplicationOptions): Application => {
  const cache = createStateCache(cachedStreams);
  const streams = createStreams(store, cache, steady);
  const handle = handleCommand({ store, streams, cache, queue: createStreamQueue(longestQueue), sealer });

  const standing = async (id: string): Promise<Standing | null> => {
    const stream = campaignStream(id);
    const known = await streams.know({ [stream]: 'campaign', ...organisation });
    const { state, version } = known.folded('campaign', stream);
    return version === 0 ? null : stood(state, version, known);
  };

  const history = async (id: string): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for (let size = BATCH; size === BATCH;) {
      const batch = await store.readStream(campaignStream(id), events.length, BATCH);
      events.push(...batch);
      size = batch.length;
    }
    return events;
  };

  return {
    handle,
    history,
    campaign: standing,
    dischargeOf: async (id, key) => dischargeIn(await history(id), key),
    campaignAsOf: async (id, until) => {
      const [known, events] = await Promise.all([streams.know(organisation), history(id)]);
      const then = events.filter(({ at, version }) =>
        typeof until === 'number' ? version <= until : civilDateOf(at) <= until,
      );
      const { state, version } = foldOnto('campaign', undefined, then);
      return version === 0 ? null : stood(state as Campaign, version, known);
    },
    organisation: async () => {
      const known = await streams.know(organisation);
      return {
        directory: directoryNow(known),
        calendar: known.folded('calendar', CALENDAR).state,
        now: known.now,
      };
    },
    template: async (slug) => {
      const known = await streams.know({ [templateStream(slug)]: 'template' });
      return known.folded('template', templateStream(slug)).state;
    },
    reports: async (campaign, problemIds) => {
      const sealed = problemIds.filter((id) => campaign.problems[id]?.sealed);
      const keys = sealed.length === 0 ? {} : await store.sealingKeys(sealed);
      return Object.fromEntries(sealed.map((id) => [id, openReport(campaign, id, keys, sealer)]));
    },
    agenda: async (id) => {
      const found = await standing(id);
      return (
        found && {
          agenda: react(found.campaign, found.now, found.calendar),
          version: found.version,
          now: found.now,
          calendarVersion: found.calendar.version,
        }
      );
    },
  };
};

const stood = (campaign: Campaign, version: number, known: Known): Standing => ({
  campaign,
  version,
  now: known.now,
  directory: directoryNow(known),
  calendar: calendarOf(known, campaign.unitId),
});
