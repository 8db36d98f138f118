import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';
import type { PledgeVerdict } from './activity.events';

/** Commands about activities, pledges and rules made (domain.md §1, §3). An activity is the nth of its kind. */
export type ActivityCommand =
  | Message<'PlanActivity', { readonly kind: string; readonly nth: number; readonly plannedOn: CivilDate }>
  | Message<
      'RecordActivity',
      {
        readonly kind: string;
        readonly nth: number;
        /** Default: today. */
        readonly heldOn?: CivilDate;
        /** How many took part; who they were is nobody's record. */
        readonly people: number;
      }
    >
  | Message<
      'DraftPledgeText',
      {
        readonly text: string;
        /** Who is to sign. Default: whoever holds a post of the leading group today. */
        readonly people?: readonly PersonId[];
      }
    >
  | Message<'SignPledge', { readonly basisHash: string }>
  | Message<
      'ComparePledge',
      {
        readonly person: PersonId;
        readonly basisHash: string;
        readonly verdict: PledgeVerdict;
        readonly reason: string;
      }
    >
  | Message<
      'RegisterRuleMade',
      {
        readonly number: string;
        readonly title: string;
        readonly effectiveOn: CivilDate;
        readonly problemId?: Id;
      }
    >
  | Message<'RetireRuleMade', { readonly number: string; readonly reason: string }>;
