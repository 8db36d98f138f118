import type { Answer } from './api';
import {
  accepted,
  claimShown,
  idOf,
  inDays,
  later,
  planShown,
  send,
  tenure,
  type Play,
  type Who,
} from './bypass-play';
import type { StateName } from './matrix-states';

/** One way round a rule: what is done first, and accepted; what is tried then; and how that is refused. */
export interface Bypass {
  readonly what: string;
  readonly state: StateName;
  readonly first?: (play: Play) => Promise<unknown>;
  readonly tried: (play: Play) => Promise<Answer>;
  readonly refused: readonly [status: number, code: string, field?: string];
}

export const reason = '工作需要';
const separated = [409, 'SEPARATION_OF_DUTIES', 'person'] as const;

const naming = (by: Who, duty: string, to: Who) => (play: Play) =>
  send(play, by, 'AssignDuty', { duty, subject: play.problemId, person: idOf(play, to), reason });
const named = (duty: string, to: Who) => (play: Play) =>
  accepted(play, 'S', 'AssignDuty', { duty, subject: play.problemId, person: idOf(play, to), reason });
const reopen = (play: Play) => accepted(play, 'S', 'ReopenProblem', { problemId: play.problemId, reason });

const nameOwner = (duty: string, state: StateName): Bypass => ({
  ...{ what: `the owner is named ${duty}`, state, tried: naming('S', duty, 'O'), refused: separated },
});

/** Another post, another assignment, another round: the person stays who they are. */
export const ofPersons: readonly Bypass[] = [
  nameOwner('reviewer', 'claimed'),
  nameOwner('checker', 'claimed'),
  nameOwner('acceptor', 'claimed'),
  nameOwner('signer', 'claimed'),
  nameOwner('lead', 'rectifying'),
  // It is the owner who reported it.
  nameOwner('triager', 'screening'),
  {
    ...{ what: 'a former owner is named reviewer', state: 'rectifying', first: named('owner', 'spare') },
    ...{ tried: naming('S', 'reviewer', 'O'), refused: separated },
  },
  {
    ...{ what: 'who reviewed is named acceptor', state: 'reviewed' },
    ...{ tried: naming('S', 'acceptor', 'R'), refused: separated },
  },
  {
    ...{ what: 'who reviewed is named owner', state: 'reviewed' },
    ...{ tried: naming('S', 'owner', 'R'), refused: separated },
  },
  {
    ...{ what: 'the lead is named signer', state: 'claimed' },
    ...{ tried: naming('S', 'signer', 'L'), refused: separated },
  },
  {
    what: 'who reviewed becomes secretary, and accepts by that post',
    state: 'reviewed',
    first: async (play) => {
      await accepted(play, 'V', 'EndTenure', tenure(play, 'member', 'A'));
      await accepted(play, 'V', 'EndTenure', tenure(play, 'secretary', 'S'));
      await accepted(play, 'V', 'AppointToPost', tenure(play, 'secretary', 'R'));
    },
    tried: (play) => send(play, 'R', 'AcceptCompletion', claimShown(play)),
    refused: [409, 'SEPARATION_OF_DUTIES'],
  },
  {
    ...{ what: 'after a reopening the owner of before is named reviewer', state: 'look-back', first: reopen },
    ...{ tried: naming('S', 'reviewer', 'O'), refused: separated },
  },
  {
    what: 'after a reopening the acceptor of before is named once more',
    state: 'look-back',
    first: async (play) => {
      await reopen(play);
      await named('acceptor', 'spare')(play);
    },
    tried: naming('S', 'acceptor', 'A'),
    refused: separated,
  },
  {
    ...{ what: 'who accepted is named to look back', state: 'look-back' },
    ...{ tried: naming('V', 'examiner', 'A'), refused: separated },
  },
  {
    ...{ what: 'who signed names who looks back on it', state: 'look-back' },
    ...{ tried: naming('S', 'examiner', 'spare'), refused: [409, 'SEPARATION_OF_DUTIES'] },
  },
  {
    ...{ what: 'the secretary makes themselves reviewer', state: 'claimed' },
    ...{ tried: naming('S', 'reviewer', 'S'), refused: [409, 'SELF_ASSIGNMENT', 'person'] },
  },
  {
    ...{ what: 'the secretary makes themselves checker', state: 'claimed' },
    ...{ tried: naming('S', 'checker', 'S'), refused: [409, 'SELF_ASSIGNMENT', 'person'] },
  },
  {
    ...{ what: 'an owner hands their own work on', state: 'rectifying' },
    ...{ tried: naming('O', 'owner', 'spare'), refused: [403, 'NOT_YOURS'] },
  },
  {
    what: 'the secretary issues a problem to themselves, by a day of their own choice',
    state: 'vote',
    tried: (play) => {
      const issued = { problemId: play.problemId, fixType: 'immediate', owner: idOf(play, 'S') };
      return send(play, 'S', 'IssueProblem', { ...issued, dueOn: inDays(play, 40) });
    },
    refused: [409, 'SEPARATION_OF_DUTIES', 'dueOn'],
  },
  {
    what: 'the secretary approves the plan before its lead',
    state: 'planned',
    tried: (play) => send(play, 'S', 'ApprovePlan', planShown(play)),
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'somebody appointed during the vote takes the seat of a member who is there',
    state: 'vote',
    first: (play) => accepted(play, 'S', 'AppointToPost', tenure(play, 'disciplineMember', 'spare')),
    tried: async (play) => {
      const { vote } = (await later(play)).campaign;
      return send(play, 'spare', 'CastVote', { basisHash: vote?.basisHash, vote: 'for' });
    },
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'who left goes on reviewing',
    state: 'claimed',
    first: (play) => accepted(play, 'V', 'EndTenure', tenure(play, 'member', 'R')),
    tried: (play) => send(play, 'R', 'PassReview', claimShown(play)),
    refused: [404, 'NOT_FOUND'],
  },
  {
    what: 'the administrator appoints themselves secretary',
    state: 'claimed',
    tried: (play) => send(play, 'M', 'AppointToPost', tenure(play, 'secretary', 'M')),
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'the deputy appoints themselves secretary',
    state: 'claimed',
    tried: (play) => send(play, 'D', 'AppointToPost', tenure(play, 'secretary', 'D')),
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'the secretary appoints themselves supervisor of the unit above',
    state: 'claimed',
    tried: (play) =>
      send(play, 'S', 'AppointToPost', {
        ...tenure(play, 'supervisor', 'S'),
        unitId: play.stage.world.district.unitId,
      }),
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'the secretary ends the tenure of the one above them',
    state: 'claimed',
    tried: (play) =>
      send(play, 'S', 'EndTenure', {
        ...tenure(play, 'secretary', 'V'),
        unitId: play.stage.world.district.unitId,
      }),
    refused: [403, 'NOT_YOURS'],
  },
];
