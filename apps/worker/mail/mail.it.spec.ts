import { civilDateOf } from '@rectify/domain';
import { driveCampaign, personIds } from '@rectify/testing';
import { CAMPAIGN as campaignId, delivering, type Delivering } from '../../../test/harness/delivering';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import { eventually } from '../../../test/harness/wait';
import type { Outgoing, Sent } from '../channels/channel';

const sent: Sent = { outcome: 'sent' };
const [dueDay, dayAfter] = ['2026-03-30', '2026-03-31'];
const at = (day: string, utc = '00:30') => `${day}T${utc}:00.000Z`;

/** Real campaigns and ledger on PostgreSQL; a channel that answers as a spec says. */
describe('delivery of mail', () => {
  let server: TestPostgres;
  let on: Delivering;
  let answers: ((outgoing: Outgoing) => Sent | Promise<Sent>)[];
  let outbox: Outgoing[];

  beforeEach(async () => {
    server = await testPostgres();
    [answers, outbox] = [[], []];
    const email = {
      close: () => undefined,
      send: async (outgoing: Outgoing): Promise<Sent> => {
        if (outgoing.to === null) return { outcome: 'refused', code: 'NO_ADDRESS' };
        outbox.push(outgoing);
        return (await answers.shift()?.(outgoing)) ?? sent;
      },
    };
    on = await delivering(server, { transports: { email } });
  });
  afterEach(async () => {
    await on?.pool.end();
    await server?.stop();
  });

  const look = () => on.look();
  const deliver = () => on.deliver();
  const forward = (instant: string) => on.forward(instant);
  const states = async () =>
    (await on.ledger()).map(({ state, recipient, last_error }) => [state, recipient, last_error] as const);
  const theOutcome = async () => {
    const { rows } = await on.pool.query<{ problem_id: string; code: string }>(
      `SELECT subject ->> 'problemId' AS problem_id, problem_code AS code FROM outbox WHERE outcome ->> 'what' = 'planApproved'`,
    );
    expect(rows).toHaveLength(1);
    return rows[0] as { problem_id: string; code: string };
  };
  const namesOf = (mails: readonly Outgoing[]) => mails.map(({ to }) => to?.name).sort();

  it('sends each urgent rung at once, and shows who has no address', async () => {
    await forward(at('2026-03-27'));
    await forward(at('2026-03-27', '01:30'));
    expect(await look()).toMatchObject({ due: 3, label: 'deliver catchUp x3' });
    expect(await deliver()).toBe(3);
    expect(namesOf(outbox)).toEqual(['deputy', 'organiser']);
    await forward(at(dueDay));
    expect(await look()).toMatchObject({ due: 5, label: 'deliver atOnce x5' });
    expect(await deliver()).toBe(5);
    expect(await look()).toEqual({ due: 0, label: 'deliver', wake: null });
    const failed = (await states()).filter(([state]) => state === 'failed');
    expect(failed.map(([, recipient, error]) => [recipient, error])).toEqual([
      [personIds.publicity, 'NO_ADDRESS'],
      [personIds.publicity, 'NO_ADDRESS'],
    ]);
    expect(new Set(outbox.map(({ messageId }) => messageId)).size).toBe(outbox.length);
  });

  it('R5.7 catches up with one digest a person, each obligation told once', async () => {
    await forward(at('2026-03-27'));
    await forward(at(dueDay));
    await forward(at(dayAfter, '02:00'));
    expect((await look()).label).toBe('deliver catchUp x4');
    await deliver();
    expect(namesOf(outbox)).toEqual(['deputy', 'organiser', 'secretary']);
    const mine = outbox.find(({ to }) => to?.name === 'organiser');
    expect(mine?.subject).toBe('补发·2条提醒合并，逾期2项');
    expect(mine?.text.match(/逾期1天/g)).toHaveLength(2);
    expect(await look()).toMatchObject({ due: 0 });
  });

  it('sends nothing outside the window, and says when it opens', async () => {
    await forward(at(dueDay, '12:00'));
    expect(await look()).toMatchObject({
      due: 0,
      wake: { label: expect.stringMatching(/^mail until 2026-03-31 08:/) },
    });
    expect(await deliver()).toBe(0);
  });

  it('R5.15 keeps what a channel that is away did not take, rests, and repeats it under the same Message-ID', async () => {
    await forward(at(dueDay));
    answers.push(() => ({ outcome: 'down', code: 'ECONNECTION' }));
    expect(await deliver()).toBe(1);
    expect(outbox).toHaveLength(1);
    const resting = await look();
    expect(resting).toMatchObject({ due: 0, wake: { label: 'rest' } });
    expect(resting.wake?.inMs).toBeLessThanOrEqual(1_000);
    await eventually(async () => (await look()).due > 0);
    expect((await look()).label).toMatch(/^deliver atOnce x4 retry x1$/);
    await deliver();
    const [first, ...others] = outbox;
    expect(others.filter(({ messageId }) => messageId === first?.messageId)).toHaveLength(1);
    expect(others[0]?.messageId).toBe(first?.messageId);
    expect((await states()).filter(([state]) => state === 'claimed')).toEqual([]);
  });

  it('RR4.12 repeats once what a worker had claimed and was killed over', async () => {
    await forward(at(dueDay));
    answers.push(() => Promise.reject(new Error('killed')));
    await expect(deliver()).rejects.toThrow('killed');
    await eventually(async () => (await look()).label.includes('retry x1'));
    await deliver();
    const killed = outbox[0]?.messageId;
    expect(outbox.filter(({ messageId }) => messageId === killed)).toHaveLength(2);
    const rest = outbox.filter(({ messageId }) => messageId !== killed).map(({ messageId }) => messageId);
    expect(new Set(rest).size).toBe(rest.length);
    expect(await look()).toMatchObject({ due: 0 });
  });

  it('R5.15 shows what was refused for good, and does not try it again', async () => {
    await forward(at(dueDay));
    answers.push(() => ({ outcome: 'refused', code: 'SMTP_550' }));
    await deliver();
    expect((await states()).filter(([, , error]) => error === 'SMTP_550')).toHaveLength(1);
    expect(await look()).toMatchObject({ due: 0 });
  });

  it('RR4.10 R5.6 drops what was discharged before it went out', async () => {
    await forward(at(dueDay, '12:00'));
    await driveCampaign(on.application, {
      campaignId,
      findings: {},
      forwardTo: on.clock.forwardTo,
      until: ({ campaign }) => campaign.stages[0]?.closed !== null,
    });
    await on.clock.forwardTo(at(dayAfter, '03:00'));
    expect((await look()).label).toMatch(/^deliver settle x\d+$/);
    await deliver();
    expect(outbox).toEqual([]);
    expect(new Set((await states()).map(([state]) => state))).toEqual(new Set(['dropped']));
    expect(await look()).toMatchObject({ due: 0 });
  });

  it('RR4.11 tells the owner in the next digest, once, that the plan was approved', async () => {
    const { campaign, now } = await driveCampaign(on.application, {
      campaignId,
      findings: { 'B1-1': ['记录不全'] },
      forwardTo: on.clock.forwardTo,
      until: ({ campaign: { order, problems } }) => order.some((id) => problems[id]?.status === 'rectifying'),
    });
    await look();
    while ((await deliver()) > 0) await look();
    outbox.length = 0;
    const { problem_id: problemId, code } = await theOutcome();
    expect(campaign.problems[problemId]).toMatchObject({ code, status: 'rectifying' });
    expect(civilDateOf(now) < '2026-06-01').toBe(true);
    for (let days = 0; outbox.length === 0; days += 1) {
      expect(days).toBeLessThan(15);
      await on.clock.forwardTo(new Date(Date.parse(await on.clock.now()) + 86_400_000).toISOString());
      await deliver();
    }
    expect(outbox.map(({ to, subject, kind }) => [to?.name, subject, kind === 'atOnce'])).toEqual([
      ['organiser', '有1项办理结果', false],
    ]);
    expect(outbox[0]?.text).toContain(`整改方案已批准（${code}）。`);
    expect(outbox[0]?.text).toContain(`https://example.test/p/${code}`);
    expect(await deliver()).toBe(0);
    const told = (await on.ledger()).filter(({ outcome }) => outcome?.what === 'planApproved');
    expect(told.map(({ recipient, state }) => [recipient, state])).toEqual([[personIds.organiser, 'sent']]);
  });

  it('is one mail each, whoever delivers at the same time', async () => {
    await forward(at('2026-03-27'));
    await forward(at(dueDay));
    await forward(at(dayAfter, '02:00'));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(namesOf(outbox)).toEqual(['deputy', 'organiser', 'secretary']);
  });
});
