import type { CivilDate, Id, Message } from '../kernel/kernel';
import type { Basis } from './basis';
import type { LookBackVerdict } from './look-back.commands';

/** 回头看: a storage contract, as all events of a campaign. What a sample was drawn by stands with it, to draw it again. */
export type LookBackEvent =
  | Message<
      'SampleDrawn',
      {
        /** Counted from 1. */
        readonly round: number;
        /** How it was drawn: docs/sampling.md. A published way never changes. */
        readonly algorithm: 'sample@1';
        /** The hash of the CampaignSignedOff event in this log. */
        readonly signOffHash: string;
        readonly seed: string;
        readonly percent: number;
        readonly atLeast: number;
        /** The closed problems at that moment: number and id, in the order of their numbers. */
        readonly basis: Basis;
        readonly basisHash: string;
        /** In the order of their ranks. */
        readonly drawn: readonly Id[];
        readonly on: CivilDate;
      }
    >
  | Message<
      'VerdictRecorded',
      {
        readonly problemId: Id;
        readonly round: number;
        readonly verdict: LookBackVerdict;
        readonly looked: string;
        readonly evidence: string;
        readonly on: CivilDate;
      }
    >;
