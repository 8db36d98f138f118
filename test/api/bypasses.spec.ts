import { randomUUID } from 'node:crypto';
import { payloadHash } from '@rectify/event-store';
import { tell } from '../faults/tell';
import { accepted, claimShown, playIn, send, type Play } from './harness/bypass-play';
import { ofPersons } from './harness/bypasses-of-persons';
import { ofRequests } from './harness/bypasses-of-requests';
import { ofRules } from './harness/bypasses-of-rules';
import { makeStates, type Stage } from './harness/matrix-states';

const bypasses = [...ofPersons, ...ofRequests, ...ofRules];

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
