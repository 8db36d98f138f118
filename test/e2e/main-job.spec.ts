import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Client, OfferedObligation } from '../harness/client';
import { drive } from '../harness/drive';
import { mailOf, setFirstDay, setUpOrganisation, type Branch } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { ladderDays, toldStory } from './expected';

const project = path.resolve(__dirname, '..', '..');
const findings = { 'B1-1': ['党课次数不足'], 'B2-3': ['会前谈心不充分'], 'B3-1': ['评议结果未反馈'] };

interface Problem {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly late: boolean;
  readonly missing: string | null;
}

/** One campaign through all eight stages of the shipped template, by the people who hold the posts, over HTTP, with everything real. */
describe('the main job', () => {
  let temporal: TestTemporal;
  let smtp: TestSmtp;
  let stack: Stack;
  let branch: Branch;
  let everybody: readonly Client[];
  let secretary: Client;
  let campaignId: string;

  beforeAll(async () => {
    [temporal, smtp] = await Promise.all([testTemporal(), testSmtp()]);
    const ownerUrl = await (await testPostgres()).freshDatabase();
    await setFirstDay(ownerUrl);
    stack = await startStack({ ownerUrl, temporalAddress: temporal.address, smtpUrl: smtp.url, workers: 1 });
    const { district, branches } = await setUpOrganisation(stack, { branches: 1, withActivities: true });
    branch = branches[0] as Branch;
    secretary = branch.secretary;
    const { deputySecretary, organisationMember, disciplineMember, publicityMember } = branch;
    const members = [secretary, deputySecretary, organisationMember, disciplineMember, publicityMember];
    everybody = [district.secretary, district.supervisor, ...members];
  }, 180_000);

  afterAll(async () => {
    await stack?.stop();
    await smtp?.stop();
    await temporal?.stop();
  });

  const read = async <Body>(suffix = ''): Promise<Body> => {
    const { status, body } = await secretary.get<Body>(`/api/campaigns/${campaignId}${suffix}`);
    expect(status).toBe(200);
    return body;
  };
  const campaign = () =>
    read<{
      stage: string;
      status: string;
      road: { stage: string; startOn: string }[];
      aspects: { items: unknown[] }[];
    }>();
  const problem = async (title: string) =>
    (await read<{ items: Problem[] }>('/problems')).items.find((each) => each.title === title) as Problem;
  /** The clock's walk: it stops for whoever wants to look, and says whether they did. */
  const forward = async (to: string) => {
    const { status, body } = await secretary.send('POST', '/api/clock/forward', { to });
    expect({ status, looked: body['looked'] }).toEqual({ status: 200, looked: true });
  };
  const forwardToStage = async (stage: string) => {
    const { road } = await campaign();
    await forward(road.find((each) => each.stage === stage)?.startOn ?? '');
  };
  const whoHas = async (kind: string, problemId: string): Promise<[Client, OfferedObligation]> => {
    for (const who of everybody) {
      const found = (await who.todo()).find(
        (each) => each.kind === kind && each.subject.problemId === problemId,
      );
      if (found) return [who, found];
    }
    throw new Error(`nobody has ${kind} to do`);
  };

  it('is launched by the secretary from the template with its 68 items', async () => {
    const launch = { unitId: branch.unitId, template: 'bland-casual' };
    campaignId = String((await secretary.command('/api/campaigns', launch)).body['id']);
    const { stage, aspects } = await campaign();
    expect({ stage, items: aspects.flatMap(({ items }) => items).length }).toEqual({
      stage: 'mobilisation',
      items: 68,
    });
  });

  it('is mobilised: the secretary approves who answers for what', async () => {
    await forwardToStage('mobilisation');
    await drive(everybody);
    expect((await campaign()).stage).toBe('screening');
  });

  it('is screened by the assigned persons, its problems triaged, the stage approved', async () => {
    await forwardToStage('screening');
    await drive(everybody, { findings });
    expect((await campaign()).stage).toBe('problemList');
  });

  it('gets its problem list confirmed, and every problem issued, acknowledged and planned', async () => {
    await forwardToStage('problemList');
    await drive(everybody, { leave: ({ kind }) => kind === 'finishMeasure' || kind === 'claimCompletion' });
    expect((await campaign()).stage).toBe('measures');
  });

  it('gets its plans approved as a stage', async () => {
    await forwardToStage('measures');
    await drive(everybody, { leave: ({ kind }) => kind === 'finishMeasure' || kind === 'claimCompletion' });
    expect((await campaign()).stage).toBe('deadlines');
  });

  it('refuses the owner who would accept their own completion', async () => {
    await forwardToStage('deadlines');
    await drive(everybody, { leave: ({ kind }) => !['finishMeasure', 'claimCompletion'].includes(kind) });
    const { id } = await problem('会前谈心不充分');
    const [reviewer, review] = await whoHas('reviewCompletion', id);
    await reviewer.command(review.action?.path ?? '', review.action?.defaults);
    const [, acceptance] = await whoHas('acceptCompletion', id);
    // The deputy secretary owns this problem, and the post is on the acceptor's list: only the person is in the way.
    const refused = await branch.deputySecretary.send(
      'POST',
      acceptance.action?.path ?? '',
      acceptance.action?.defaults,
      {
        'idempotency-key': 'self-acceptance',
      },
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'SEPARATION_OF_DUTIES' } });
    expect((await problem('会前谈心不充分')).status).toBe('reviewed');
  });

  it('gives a completion back that lacks something', async () => {
    const { id } = await problem('党课次数不足');
    const [reviewer, { alternatives }] = await whoHas('reviewCompletion', id);
    const back = alternatives.find(({ command }) => command === 'ReturnClaim');
    await reviewer.command(back?.path ?? '', { ...back?.defaults, missing: '缺少会议通知留存' });
    expect(await problem('党课次数不足')).toMatchObject({
      status: 'rectifying',
      missing: '缺少会议通知留存',
    });
  });

  it('reminds of what is not done: each rung on its day, a line in the timeline and one mail to each it reaches', async () => {
    const { id } = await problem('党课次数不足');
    const [owner, late] = await whoHas('claimCompletion', id);
    expect(late.dueOn).toBe('2026-06-07');
    await drive(everybody, { leave: ({ subject }) => subject.problemId === id });
    // That the claim was given back is a line of the owner's next digest.
    await forward('2026-05-20T04:00:00.000Z');
    await eventually(() => smtp.mails.some(({ text }) => text.includes('销号申请被退回')), {
      what: 'the digest with what came of the claim',
    });
    expect(
      smtp.mails.filter(({ text }) => text.includes('销号申请被退回')).map(({ to }) => to.join()),
    ).toEqual([mailOf(owner.account)]);
    smtp.clear();
    const accounts: Record<string, string> = {
      holder: mailOf(owner.account),
      secretary: mailOf(secretary.account),
    };
    const sent: string[] = [];
    for (const { day, to } of ladderDays) {
      await forward(`${day}T04:00:00.000Z`);
      sent.push(...to.map((who) => `${day} ${accounts[who]}`));
      const mails = await smtp.waitForMails(sent.length);
      expect(
        mails
          .slice(sent.length - to.length)
          .map((mail) => `${day} ${mail.to.join()}`)
          .sort(),
      ).toEqual(sent.slice(sent.length - to.length).sort());
      // From T+7 on a letter is drafted with the rung; whether it goes out is the secretary's to decide.
      await drive(everybody, { leave: ({ kind }) => kind !== 'decideLetter' });
    }
    expect(smtp.mails).toHaveLength(sent.length);
    expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(sent.length);

    const { items } = await read<{ items: { type: string; at: string; subject: Record<string, unknown> }[] }>(
      '/timeline?limit=200',
    );
    const rungs = items.filter(
      ({ type, subject }) => type === 'RemindersIssued' && subject['key'] === late.key,
    );
    const told = rungs.map(
      ({ subject }) =>
        `${String(subject['on'])} ${String(subject['rung'])}${subject['merged'] === true ? ' merged' : ''}`,
    );
    expect(told.sort()).toEqual(
      ladderDays.flatMap(({ day, rungs: names }) => names.map((name) => `${day} ${name}`)).sort(),
    );
  }, 240_000);

  it('is signed off late and as a whole, and says its numbers', async () => {
    await drive(everybody, { leave: ({ kind }) => kind === 'signOffCampaign' });
    // The process looks at the stage in between, which is over again by the next press.
    const { body } = await secretary.get<{ now: string }>('/api/clock');
    await forward(new Date(Date.parse(body.now) + 60_000).toISOString());
    await drive(everybody);
    expect(await campaign()).toMatchObject({ status: 'open', stage: 'summary' });
    const { sentence } = await read<{ sentence: { zh: string } }>('/summary');
    expect(sentence.zh).toBe('本次共排查出问题 3 个，列出整改措施 3 项，现已整改完成 3 个，长期坚持 0 个');
    expect((await problem('党课次数不足')).late).toBe(true);
    expect((await problem('评议结果未反馈')).late).toBe(false);
  });

  it('ends when its summary is approved, what was drawn is looked back on and its pledges are compared', async () => {
    for (const stage of ['summary', 'lookBack']) {
      await forwardToStage(stage);
      await drive(everybody);
    }
    const { items } = await read<{ items: { population: unknown[]; drawn: { verdict: string }[] }[] }>(
      '/samples',
    );
    // The plan asks for five at least, and three were closed.
    expect(
      items.map(({ population, drawn }) => [population.length, drawn.map(({ verdict }) => verdict)]),
    ).toEqual([[3, ['holds', 'holds', 'holds']]]);
    // Its pledges are compared in December.
    expect(await campaign()).toMatchObject({ status: 'open', stage: 'over' });
    await forward('2026-12-01T04:00:00.000Z');
    // The next year's holidays are owed in December too; their notice is somebody else's to give.
    await drive(everybody, { leave: ({ kind }) => kind === 'importCalendarYear' });
    expect(await campaign()).toMatchObject({ status: 'signedOff', stage: 'over' });
  }, 120_000);

  it('tells its story from the real history, stage by stage', async () => {
    const env = { ...process.env, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: 'default' };
    const story = path.join(project, 'apps/worker/dist/story.main.js');
    const tell = () =>
      execFileSync(process.execPath, [story, campaignId], { env, encoding: 'utf8' }).trim().split('\n');
    const told = await eventually(() => tell().includes('end over') && tell(), {
      what: 'the end of the story',
      timeoutMs: 30_000,
    });
    // Between two deeds people ring as they act, and each ring sets the timer anew: told is the one whose moment came.
    const cameTrue = told.filter(
      (line, index) => !line.startsWith('timer') || told[index + 1]?.startsWith('deed'),
    );
    // The bell of a last deed may come behind the end: then it is looked at once more, and ends at once.
    const end = cameTrue.indexOf('end over') + 1;
    expect(cameTrue.slice(0, end)).toEqual(toldStory);
    expect(['stage over', 'end over']).toEqual(expect.arrayContaining(cameTrue.slice(end)));
  });
});
