import {
  campaignDecider,
  recordedActor,
  type ActedAs,
  type Actor,
  type CampaignContext,
  type Campaign,
  type CampaignEvent,
  type Message,
  type Recorded,
} from '@rectify/domain';
import type { Ring, RowChanges } from '@rectify/event-store';
import { projectCampaign, type Entry } from '@rectify/read-models';
import { evolved } from './aggregates';
import { ringFor } from './ring';

/** What an accepted command comes to: its events with what settled behind them, the state after, rows and doorbell. */
export interface Outcome {
  readonly events: readonly Message[];
  readonly after: unknown;
  readonly rows: RowChanges;
  readonly ring: Ring | null;
}

/** By whom and on which version of the stream it was decided. */
export interface Taken {
  readonly stream: string;
  readonly version: number;
  readonly actor: Actor;
  readonly as: ActedAs | null;
}

/** Events as the log is about to record them. */
export const entriesOf = (
  events: readonly Message[],
  { version, actor, as, now }: Taken & { readonly now: string },
): (Recorded & { readonly event: Message })[] => {
  const by = recordedActor(actor, as);
  return events.map((event, index) => ({ event, version: version + 1 + index, at: now, actor: by }));
};

/** A campaign's decision: what it made owed is dated and appended with it. */
export const campaignOutcome = (
  before: Campaign,
  decided: readonly Message[],
  taken: Taken,
  context: CampaignContext,
): Outcome => {
  const { stream, version } = taken;
  const { now, calendar } = context;
  const first = entriesOf(decided, { ...taken, now });
  const led = evolved('campaign', before, first);
  const settled = campaignDecider.settle?.(led, context) ?? [];
  const second = entriesOf(settled, { ...taken, now, version: version + first.length });
  const after = evolved('campaign', led, second);
  const recorded = [...first, ...second] as Entry[];
  return {
    events: [...decided, ...settled],
    after,
    rows: projectCampaign({ stream, before, recorded, after }),
    ring: ringFor(before, after, { now, calendar }, decided as readonly CampaignEvent[]),
  };
};
