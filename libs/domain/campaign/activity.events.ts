import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';

/** 兑现 · 部分兑现 · 未兑现 */
export const pledgeVerdicts = ['kept', 'partly', 'not'] as const;
export type PledgeVerdict = (typeof pledgeVerdicts)[number];

/** Activities, pledges and rules made: a storage contract, as campaign.events.ts. `on` is the day of the record. */
export type ActivityEvent =
  | Message<
      'ActivityPlanned',
      { readonly kind: string; readonly nth: number; readonly plannedOn: CivilDate; readonly on: CivilDate }
    >
  | Message<
      'ActivityHeld',
      {
        readonly kind: string;
        readonly nth: number;
        readonly heldOn: CivilDate;
        readonly people: number;
        readonly on: CivilDate;
      }
    >
  | Message<
      'PledgeTextDrafted',
      {
        readonly version: number;
        readonly text: string;
        readonly textHash: string;
        /** Who is to sign: an assignment by this act. */
        readonly people: readonly PersonId[];
        readonly on: CivilDate;
      }
    >
  | Message<'PledgeSigned', { readonly basisHash: string; readonly on: CivilDate }>
  | Message<
      'PledgeCompared',
      {
        readonly person: PersonId;
        readonly basisHash: string;
        readonly verdict: PledgeVerdict;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'RuleMadeRegistered',
      {
        readonly number: string;
        readonly title: string;
        readonly effectiveOn: CivilDate;
        readonly problemId: Id | null;
        readonly on: CivilDate;
      }
    >
  | Message<'RuleMadeRetired', { readonly number: string; readonly reason: string; readonly on: CivilDate }>;
