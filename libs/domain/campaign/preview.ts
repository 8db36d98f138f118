import { copyOf, fold, type CivilDate, type Refusal } from '../kernel/kernel';
import type { Obligation } from '../obligation/obligation';
import type { CampaignCommand } from './campaign.commands';
import { campaignDecider } from './campaign.decider';
import type { CampaignEvent, EventData } from './campaign.events';
import { settle } from './campaign.settle';
import type { Campaign, CampaignState } from './campaign.state';
import type { CampaignContext } from './context';
import { obligations } from './obligations';

/** The commands that are shown before they are applied (domain.md §4.8). */
export type Previewable = Extract<CampaignCommand, { type: 'RedateStages' | 'ReplanCampaign' }>;

/** One obligation that would be dated anew; `to` null: it would be owed no more, `from` null: it is not owed yet. */
export interface MovedObligation extends Pick<Obligation, 'key' | 'kind' | 'subject'> {
  readonly from: Dates | null;
  readonly to: Dates | null;
}
interface Dates {
  readonly since: CivilDate;
  readonly dueOn: CivilDate;
}

export interface Preview extends Pick<EventData<'CampaignReplanned'>, 'chains' | 'limits' | 'ladders'> {
  readonly stages: EventData<'StagesRedated'>['stages'];
  readonly obligations: readonly MovedObligation[];
}

/**
 * What a re-dating or re-planning would change, decided, folded and settled as it would be in earnest, on a copy.
 * Answers the refusal where it would be refused. Writes nothing.
 */
export const previewOf = (
  campaign: Campaign,
  command: Previewable,
  context: CampaignContext,
): { readonly ok: true; readonly preview: Preview } | { readonly ok: false; readonly refusal: Refusal } => {
  const decision = campaignDecider.decide(campaign, command, context);
  if (!decision.ok) return decision;
  const after = afterwards(campaign, decision.events, context);
  const preview: Preview = {
    stages: decision.events.flatMap(({ type, data }) => (type === 'StagesRedated' ? data.stages : [])),
    ...partsOf(decision.events),
    obligations: moved(campaign, after),
  };
  return { ok: true, preview };
};

const partsOf = (events: readonly CampaignEvent[]) => {
  const replanned = events.find(({ type }) => type === 'CampaignReplanned') as
    Extract<CampaignEvent, { type: 'CampaignReplanned' }> | undefined;
  const { chains, limits, ladders } = replanned?.data ?? { chains: [], limits: [], ladders: [] };
  return { chains, limits, ladders };
};

/** The state behind these events and what settles by them: a copy, as if whoever asks had sent it. */
export const afterwards = (
  campaign: Campaign,
  events: readonly CampaignEvent[],
  context: CampaignContext,
): Campaign => {
  const recorded = { version: 0, at: context.now, actor: context.actor } as const;
  const entries = (some: readonly CampaignEvent[]) => some.map((event) => ({ event, ...recorded }));
  const led = fold(campaignDecider, entries(events), copyOf<CampaignState>(campaign));
  return fold(campaignDecider, entries(settle(led, context)), led);
};

const moved = (before: Campaign, after: Campaign): MovedObligation[] => {
  const was = new Map(obligations(before).map((each) => [each.key, each]));
  const willBe = new Map(obligations(after).map((each) => [each.key, each]));
  return [...new Set([...was.keys(), ...willBe.keys()])].flatMap((key) => {
    const from = was.get(key);
    const to = willBe.get(key);
    const shown = to ?? from;
    if (!shown || (from && to && from.dueVersion === to.dueVersion)) return [];
    const { kind, subject } = shown;
    return [{ key, kind, subject, from: datesOf(from), to: datesOf(to) }];
  });
};

const datesOf = (obligation: Obligation | undefined): Dates | null =>
  obligation ? { since: obligation.since, dueOn: obligation.dueOn } : null;
