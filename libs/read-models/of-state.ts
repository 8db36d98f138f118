import { admits, campaignDecider, readable, type Campaign, type Scope } from '@rectify/domain';
import { campaignStream } from './kernel/campaign-stream';
import { maskLedger, type ShownLedgerRow } from './ledger/ledger.mask';
import type { LedgerRow } from './ledger/ledger.table';
import type { ObligationRow } from './obligation/obligation.table';
import { projectCampaign } from './projections';

/** The rows that the read models would hold of this state: the same projection, asked for all of it. */
const rowsOf = (campaign: Campaign) =>
  projectCampaign({
    stream: campaignStream(campaign.id),
    before: campaignDecider.initialState(),
    recorded: [],
    after: campaign,
  });

/** The problems of a state that the reader may see, masked as everywhere. */
export const ledgerOf = (scope: Scope, campaign: Campaign): readonly ShownLedgerRow[] =>
  ((rowsOf(campaign)['problem_ledger']?.upsert ?? []) as unknown as LedgerRow[])
    .filter(({ unit_id: unit, problem_id: problem }) => admits(readable.problem, scope, { unit, problem }))
    .map((row) => maskLedger(scope, row));

/** What is owed in a state, as far as it may be the reader's to see. */
export const owedRowsOf = (scope: Scope, campaign: Campaign): readonly ObligationRow[] =>
  ((rowsOf(campaign)['obligation']?.upsert ?? []) as unknown as ObligationRow[]).filter((row) =>
    admits(readable.obligation, scope, { refs: row.refs, problem: row.subject.problemId ?? null }),
  );
