import type { CivilDate, Message, PersonId } from '../kernel/kernel';
import type { PostRef } from '../template/template.definition';
import type { VoteClass } from './quorum';

/** A place in a vote's electorate, as it was when the vote was asked; null: nobody held the post. */
export interface Seat {
  readonly post: PostRef;
  readonly person: PersonId | null;
}

/** The vote on the problem list, part of the storage contract of campaign.events.ts. */
export type VoteEvent =
  | Message<
      'VoteOpened',
      { readonly basisHash: string; readonly seats: readonly Seat[]; readonly on: CivilDate }
    >
  | Message<
      'VoteCast',
      {
        readonly seat: number;
        readonly vote: VoteClass;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'MeetingVoteRecorded',
      {
        readonly basisHash: string;
        readonly minutes: string;
        readonly seats: readonly Seat[];
        readonly votes: readonly {
          readonly seat: number;
          readonly person: PersonId;
          readonly vote: VoteClass;
        }[];
        readonly on: CivilDate;
      }
    >
  | Message<'MeetingVoteConfirmed', { readonly basisHash: string; readonly on: CivilDate }>
  | Message<
      'VoteFailed',
      {
        readonly for: number;
        readonly against: number;
        readonly abstain: number;
        readonly eligible: number;
        readonly basisHash: string;
        readonly on: CivilDate;
      }
    >;
