import { randomUUID } from 'node:crypto';
import { accepted, claimShown, idOf, memberOf, newKey, planShown, send, type Play } from './bypass-play';
import { reason, type Bypass } from './bypasses-of-persons';
import { cookieOf } from './organisation';

const OTHER_BASIS = 'f'.repeat(64);

const readingToken = async (play: Play, account: string): Promise<string> => {
  const headers = {
    ...{ cookie: await cookieOf(play.api, account), 'x-rectify': '1', 'sec-fetch-site': 'same-origin' },
  };
  const made = await play.api.ask('/api/tokens', {
    method: 'POST',
    body: { name: '看', scope: 'read' },
    headers,
  });
  return String(made.body.token);
};

const reviewPath = ({ stage }: Play): string => `/api/campaigns/${stage.campaignId}/commands/pass-review`;
const review = (play: Play, more: object, headers = newKey(), token = memberOf(play, 'R').token) =>
  play.api.ask(reviewPath(play), {
    ...{ method: 'POST' as const, token, headers, body: { ...claimShown(play), ...more } },
  });

/** Fields that say who, when or by what right: the server knows, and nobody tells it. */
const smuggled: readonly Bypass[] = [
  'actor',
  'at',
  'on',
  'onBehalfOf',
  'as',
  'personId',
  'version',
  'role',
].map((field): Bypass => ({
  what: `the body says its own “${field}”`,
  state: 'claimed',
  tried: (play) => review(play, { [field]: idOf(play, 'R') }),
  refused: [400, 'VALIDATION', field],
}));

/** Another rule, order, key, token, id or campaign than the request is about. */
export const ofRequests: readonly Bypass[] = [
  ...smuggled,
  {
    what: 'the body poisons the prototype',
    state: 'claimed',
    tried: (play) =>
      play.api.ask(reviewPath(play), {
        ...{ method: 'POST', token: memberOf(play, 'O').token, headers: newKey() },
        body: '{"__proto__":{"role":"R"}}',
      }),
    refused: [400, 'VALIDATION', 'body'],
  },
  {
    what: 'a header says who it is',
    state: 'claimed',
    tried: (play) => {
      const claims = { 'x-actor': idOf(play, 'R'), 'x-forwarded-user': memberOf(play, 'R').account };
      return review(play, {}, { ...newKey(), ...claims }, memberOf(play, 'O').token);
    },
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'a token made for reading signs',
    state: 'claimed',
    first: async (play) => play.kept.set('token', await readingToken(play, memberOf(play, 'R').account)),
    tried: (play) => review(play, {}, newKey(), play.kept.get('token')),
    refused: [403, 'TOKEN_READS_ONLY'],
  },
  {
    what: 'a cookie is ridden by a page that is not ours',
    state: 'claimed',
    first: async (play) => play.kept.set('cookie', await cookieOf(play.api, memberOf(play, 'R').account)),
    tried: (play) =>
      play.api.ask(reviewPath(play), {
        ...{ method: 'POST', body: claimShown(play) },
        headers: { ...newKey(), cookie: play.kept.get('cookie') ?? '', origin: 'http://evil.example' },
      }),
    refused: [403, 'CROSS_SITE'],
  },
  {
    what: 'the token of an account that was ended',
    state: 'claimed',
    first: (play) =>
      play.api.ask(`/api/accounts/${memberOf(play, 'R').accountId}/disable`, {
        ...{ method: 'POST', token: memberOf(play, 'V').token },
      }),
    tried: (play) => review(play, {}),
    refused: [401, 'NO_SESSION'],
  },
  {
    what: 'the key of somebody else’s command is sent once more',
    state: 'claimed',
    first: (play) =>
      accepted(play, 'R', 'PassReview', claimShown(play), { 'idempotency-key': 'key-of-the-review' }),
    tried: (play) =>
      send(play, 'O', 'PassReview', claimShown(play), { 'idempotency-key': 'key-of-the-review' }),
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'a used key carries another payload',
    state: 'claimed',
    first: (play) =>
      accepted(play, 'R', 'PassReview', claimShown(play), { 'idempotency-key': 'key-of-the-review' }),
    tried: (play) => review(play, { opinion: '另有意见' }, { 'idempotency-key': 'key-of-the-review' }),
    refused: [422, 'KEY_REUSED'],
  },
  {
    what: 'who has left sends their old key again, to see the answer',
    state: 'claimed',
    first: async (play) => {
      await accepted(play, 'R', 'PassReview', claimShown(play), { 'idempotency-key': 'key-of-the-review' });
      await accepted(play, 'V', 'RecordLeaving', { personId: idOf(play, 'R') });
    },
    tried: (play) => review(play, {}, { 'idempotency-key': 'key-of-the-review' }),
    refused: [401, 'NO_SESSION'],
  },
  {
    what: 'a person sends what is the process’s alone',
    state: 'claimed',
    tried: (play) => send(play, 'S', 'IssueReminders', {}),
    refused: [404, 'NOT_FOUND'],
  },
  {
    what: 'a stranger sends to a campaign of which they know the id',
    state: 'claimed',
    tried: (play) => send(play, 'stranger', 'PassReview', claimShown(play)),
    refused: [404, 'NOT_FOUND'],
  },
  {
    what: 'a problem of one campaign is reviewed in another, of which one is secretary',
    state: 'claimed',
    first: async (play) => {
      const body = { unitId: play.stage.world.other.unitId, template: 'bland-casual' };
      const launched = await play.api.command(memberOf(play, 'stranger').token, '/api/campaigns', body);
      play.kept.set('campaign', String(launched.body.id));
    },
    tried: (play) => {
      const path = `/api/campaigns/${play.kept.get('campaign') ?? ''}/commands/terminate-problem`;
      return play.api.command(memberOf(play, 'stranger').token, path, { problemId: play.problemId, reason });
    },
    refused: [404, 'PROBLEM_UNKNOWN', 'problemId'],
  },
  {
    what: 'a campaign is launched under the id of one that is there, by who may not launch',
    state: 'claimed',
    tried: (play) => {
      const { campaignId } = play.stage;
      const body = { campaignId, unitId: play.unitId, template: 'bland-casual' };
      return play.api.command(memberOf(play, 'stranger').token, '/api/campaigns', body);
    },
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'a new problem takes the id of one that is there',
    state: 'screening',
    tried: (play) => {
      const problems = [{ id: play.otherProblem, title: '占用编号' }];
      return send(play, 'O', 'AnswerCheckItems', {
        answers: [{ item: 'B3-2', answer: 'problem', problems }],
      });
    },
    refused: [409, 'ALREADY_EXISTS', 'answers[0].problems[0].id'],
  },
  {
    what: 'the basis of one problem is given for another',
    state: 'claimed',
    tried: (play) => send(play, 'R', 'PassReview', { ...claimShown(play), problemId: play.otherProblem }),
    refused: [403, 'NOT_YOURS'],
  },
  {
    what: 'a measure that is no part of it is finished',
    state: 'rectifying',
    tried: (play) =>
      send(play, 'O', 'FinishMeasure', {
        ...{ problemId: play.problemId, measureId: randomUUID(), result: reason },
      }),
    refused: [404, 'MEASURE_UNKNOWN', 'measureId'],
  },
  {
    what: 'a plan is approved on another basis than it has',
    state: 'planned',
    tried: (play) => send(play, 'L', 'ApprovePlan', { ...planShown(play), basisHash: OTHER_BASIS }),
    refused: [409, 'BASIS_CHANGED', 'basisHash'],
  },
  {
    what: 'an approval of the round before is sent again in the next',
    state: 'claimed',
    first: async (play) => {
      await accepted(play, 'R', 'ReturnClaim', { ...claimShown(play), missing: reason });
      await accepted(play, 'O', 'ClaimCompletion', { problemId: play.problemId, result: reason });
    },
    tried: (play) => review(play, {}),
    refused: [409, 'BASIS_CHANGED', 'basisHash'],
  },
  {
    what: 'a tenure begins tomorrow',
    state: 'claimed',
    tried: (play) =>
      send(play, 'S', 'AppointToPost', {
        ...{ unitId: play.unitId, post: 'member', personId: idOf(play, 'M'), from: '2099-01-01' },
      }),
    refused: [400, 'DATE_IN_FUTURE', 'from'],
  },
];
