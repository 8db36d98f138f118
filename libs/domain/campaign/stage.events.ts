import type { CivilDate, Message } from '../kernel/kernel';
import type { StageKind } from '../template/template.definition';
import type { Basis } from './basis';
import type { ReplannedParts, StageWindow } from './replanning';

/** A storage contract, as all events of a campaign. */
export type StageInUse = StageKind;
/** How a stage ended: by its chain, as empty, or against its rule. */
export type StageEnd = 'approved' | 'noProblem' | 'forced';

/** What becomes of the stages and of the plan that they follow. */
export type StageEvent =
  | Message<'StageOpened', { readonly stage: StageInUse; readonly on: CivilDate }>
  | Message<
      'StageStepApproved',
      {
        readonly stage: StageInUse;
        readonly step: number;
        readonly opinion: string;
        readonly basis: Basis;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'StageReturned',
      { readonly stage: StageInUse; readonly step: number; readonly reason: string; readonly on: CivilDate }
    >
  | Message<
      'StageClosed',
      {
        readonly stage: StageInUse;
        readonly how: StageEnd;
        /** Of a forced closing. */
        readonly reason?: string;
        readonly on: CivilDate;
      }
    >
  /** 合并验收: one person may review and accept from now on; how few people the unit had. */
  | Message<
      'MergedReviewOrdered',
      { readonly reason: string; readonly people: number; readonly on: CivilDate }
    >
  | Message<'SummaryApproved', { readonly on: CivilDate; readonly basis: Basis; readonly basisHash: string }>
  | Message<
      'StagesRedated',
      {
        readonly stages: readonly {
          readonly stage: StageInUse;
          readonly from: StageWindow;
          readonly to: StageWindow;
        }[];
        readonly reason: string;
        /** The notice that asked for it; null: the secretary's own decision. */
        readonly notice: string | null;
        readonly calendarVersion: number;
        readonly on: CivilDate;
      }
    >
  | Message<
      'CampaignReplanned',
      ReplannedParts & {
        readonly reason: string;
        readonly notice: string | null;
        readonly on: CivilDate;
      }
    >;
