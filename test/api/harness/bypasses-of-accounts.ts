import type { CommandType } from '@rectify/domain';
import type { Answer } from './api';
import { browserOf } from './browser';
import {
  accepted,
  claimShown,
  idOf,
  inDays,
  memberOf,
  newKey,
  tenure,
  type Play,
  type Who,
} from './bypass-play';
import { reason, type Bypass } from './bypasses-of-persons';
import { pathOf } from './matrix-cells';
import { secondAccountOf } from './second-account';

const KEY = { 'idempotency-key': 'key-of-the-review' };

/** Sends as somebody, by the second account that they were given on the way here. */
const again = async (play: Play, command: CommandType, body: object, headers = newKey()): Promise<Answer> =>
  play.api.command(play.kept.get('second') ?? '', pathOf(command, play.stage.campaignId), body, headers);

/** The other things come first: a link for a password ends the tokens that were there. */
const andThenA =
  (who: Who, first?: (play: Play) => Promise<unknown>) =>
  async (play: Play): Promise<void> => {
    await first?.(play);
    const second = await secondAccountOf(play.api, memberOf(play, 'V'), memberOf(play, who));
    play.kept.set('second', second.token).set('account', second.accountId);
  };

/** A second account of the same person: another door, and behind it the same person with what they did and owe. */
export const ofAccounts: readonly Bypass[] = [
  {
    what: 'who reviewed becomes secretary, and accepts by a second account',
    state: 'reviewed',
    first: andThenA('R', async (play) => {
      await accepted(play, 'V', 'EndTenure', tenure(play, 'member', 'A'));
      await accepted(play, 'V', 'EndTenure', tenure(play, 'secretary', 'S'));
      await accepted(play, 'V', 'AppointToPost', tenure(play, 'secretary', 'R'));
    }),
    tried: (play) => again(play, 'AcceptCompletion', claimShown(play)),
    refused: [409, 'SEPARATION_OF_DUTIES'],
  },
  {
    what: 'the owner reviews by a second account what the reviewer entrusted to them',
    state: 'claimed',
    first: andThenA('O', (play) =>
      accepted(play, 'R', 'Delegate', {
        ...{ delegationId: play.problemId, to: idOf(play, 'O'), powers: ['PassReview'], reason },
        ...{ startOn: inDays(play, 0), endOn: inDays(play, 5) },
      }),
    ),
    tried: (play) => again(play, 'PassReview', claimShown(play)),
    refused: [409, 'SEPARATION_OF_DUTIES'],
  },
  {
    what: 'the key of an accepted command carries another payload by a second account',
    state: 'claimed',
    first: andThenA('R', (play) => accepted(play, 'R', 'PassReview', claimShown(play), KEY)),
    tried: (play) => again(play, 'PassReview', { ...claimShown(play), opinion: '另有意见' }, KEY),
    refused: [422, 'KEY_REUSED'],
  },
  {
    what: 'who has left goes on by a second account',
    state: 'claimed',
    first: async (play) => {
      await andThenA('R')(play);
      await accepted(play, 'V', 'RecordLeaving', { personId: idOf(play, 'R') });
    },
    tried: (play) => again(play, 'PassReview', claimShown(play)),
    refused: [401, 'NO_SESSION'],
  },
  {
    what: 'a second account goes on after it was closed',
    state: 'claimed',
    first: async (play) => {
      await andThenA('R')(play);
      const path = `/api/accounts/${play.kept.get('account') ?? ''}/disable`;
      await play.api.ask(path, { method: 'POST', token: memberOf(play, 'M').token });
    },
    tried: (play) => again(play, 'PassReview', claimShown(play)),
    refused: [401, 'NO_SESSION'],
  },
  {
    what: 'the administrator opens a second account of the secretary and begins its password',
    state: 'claimed',
    first: async (play) => {
      const path = `/api/people/${idOf(play, 'S')}/accounts`;
      const { token } = memberOf(play, 'M');
      const added = await play.api.ask(path, { method: 'POST', body: { account: 'secretary.2' }, token });
      play.kept.set('account', String(added.body.accountId));
    },
    tried: async (play) => {
      const page = await browserOf(play.api, memberOf(play, 'M').account);
      return page.post(`/api/accounts/${play.kept.get('account') ?? ''}/reset`);
    },
    refused: [404, 'NOT_FOUND'],
  },
  {
    what: 'a secretary opens a second account for themselves',
    state: 'claimed',
    tried: (play) =>
      play.api.ask(`/api/people/${idOf(play, 'S')}/accounts`, {
        ...{ method: 'POST', body: { account: 'secretary.2' }, token: memberOf(play, 'S').token },
      }),
    refused: [403, 'NOT_YOURS'],
  },
];
