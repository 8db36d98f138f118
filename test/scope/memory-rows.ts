import { campaignDecider, type Campaign, type CampaignState, type ReportText } from '@rectify/domain';
import {
  campaignStream,
  projectCampaign,
  type BoardRow,
  type ObligationRow,
  type TimelineRow,
} from '@rectify/read-models';
import type { Entry } from '../../libs/read-models/kernel/projection';
import { projectEvents } from '../../libs/read-models/projections';

/** What the read models would hold of one campaign, made by the very projections. */
export interface Rows {
  readonly campaign: Campaign;
  readonly version: number;
  readonly board: BoardRow;
  readonly owed: readonly ObligationRow[];
  readonly timeline: readonly TimelineRow[];
  /** The words of sealed reports; none where nothing is sealed. */
  readonly reports?: Readonly<Record<string, ReportText | null>>;
}

export const rowsOf = (campaign: Campaign, log: readonly Entry[]): Rows => {
  const stream = campaignStream(campaign.id);
  const before = campaignDecider.initialState();
  const made = projectCampaign({ stream, before, recorded: [], after: campaign });
  const state: CampaignState = campaignDecider.initialState();
  const timeline = log.flatMap((entry) => {
    const { timeline: lines } = projectEvents({ stream, before: state as Campaign, recorded: [entry] });
    const upsert = (lines?.upsert ?? []) as unknown as TimelineRow[];
    campaignDecider.evolve(state, entry.event, entry);
    return JSON.parse(JSON.stringify(upsert)) as TimelineRow[];
  });
  return {
    ...{ campaign, timeline, version: log.length },
    board: made['campaign_board']?.upsert[0] as unknown as BoardRow,
    owed: (made['obligation']?.upsert ?? []) as unknown as ObligationRow[],
  };
};
