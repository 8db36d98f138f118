import { randomUUID } from 'node:crypto';
import { payloadHash } from '@rectify/event-store';
import { tell } from '../faults/tell';
import { accepted, claimShown, later, memberOf, playIn, send, type Play } from './harness/bypass-play';
import { ofAccounts } from './harness/bypasses-of-accounts';
import { ofPersons } from './harness/bypasses-of-persons';
import { ofRequests } from './harness/bypasses-of-requests';
import { ofRules } from './harness/bypasses-of-rules';
import { pathOf } from './harness/matrix-cells';
import { makeStates, type Stage } from './harness/matrix-states';
import { secondAccountOf } from './harness/second-account';

const bypasses = [...ofAccounts, ...ofPersons, ...ofRequests, ...ofRules];

describe('ways round the rules, each refused by its code with the log as it was', () => {
  let stage: Stage;
  /** What changes nothing is tried on one copy of its state after the other. */
  const shared = new Map<string, Play>();
  beforeAll(async () => {
    stage = await makeStates();
  }, 600_000);
  afterAll(async () => {
    for (const { api } of shared.values()) await api.stop();
    tell('bypasses', { tried: bypasses.length });
  });

  const sharedIn = async (state: (typeof bypasses)[number]['state']): Promise<Play> => {
    const play = shared.get(state) ?? (await playIn(stage, state));
    shared.set(state, play);
    return play;
  };

  it.each(bypasses)('$what', async ({ state, first, tried, refused }) => {
    const play = first ? await playIn(stage, state) : await sharedIn(state);
    await first?.(play);
    const before = await play.api.logSize();
    const { status, body } = await tried(play);
    const after = await play.api.logSize();
    if (first) await play.api.stop();
    expect([status, body.code, ...(refused[2] === undefined ? [] : [body.field])]).toEqual(refused);
    expect(after).toBe(before);
  });

  it('a member who votes once more by a second account has changed their vote, and has one', async () => {
    const play = await playIn(stage, 'vote');
    const basisHash = play.campaign.vote?.basisHash;
    await accepted(play, 'G', 'CastVote', { basisHash, vote: 'for' });
    const { token } = await secondAccountOf(play.api, memberOf(play, 'V'), memberOf(play, 'G'));
    const path = pathOf('CastVote', stage.campaignId);
    const again = await play.api.command(token, path, { basisHash, vote: 'against' });
    expect(again.status).toBe(200);
    const { vote } = (await later(play)).campaign;
    expect(vote).toMatchObject({ ballots: [{ by: memberOf(play, 'G').personId, vote: 'against' }] });
    await play.api.stop();
  });

  it('a person who takes the id of what the system will do hinders nothing: its ids are of another space', async () => {
    const play = await playIn(stage, 'claimed');
    const { application } = play.api.infrastructure;
    const id = `remind:${randomUUID()}`;
    await accepted(play, 'R', 'PassReview', claimShown(play), { 'idempotency-key': id });
    const payload = payloadHash({ deed: 'remind' });
    const handled = await application.handle(
      { aggregate: 'campaign', id: stage.campaignId, command: { type: 'IssueReminders', data: {} } },
      {
        actor: { kind: 'system' },
        key: { space: 'system', principal: 'campaign', id },
        payloadHash: payload,
      },
    );
    expect(handled).toMatchObject({ ok: true, replayed: false });
    const again = await send(play, 'R', 'PassReview', claimShown(play), { 'idempotency-key': id });
    expect(again.body).toMatchObject({ replayed: true });
    await play.api.stop();
  });
});
