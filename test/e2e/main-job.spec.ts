import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Client, OfferedObligation } from '../harness/client';
import { drive } from '../harness/drive';
import { setFirstDay, setUpOrganisation, type Branch } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';

const project = path.resolve(__dirname, '..', '..');

/** One campaign through all five stages, by the people who hold the posts, over HTTP, with everything real. */
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
    const organisation = await setUpOrganisation(stack, { branches: 1 });
    branch = organisation.branches[0]!;
    const { secretary: head, supervisor } = organisation.district;
    everybody = [head, supervisor, branch.secretary, branch.deputySecretary, branch.organisationMember, branch.disciplineMember, branch.publicityMember];
    secretary = branch.secretary;
  }, 180_000);

  afterAll(async () => {
    await stack?.stop();
    await smtp?.stop();
    await temporal?.stop();
  });

  const forward = async (to: string) => (await secretary.send('POST', '/api/clock/forward', { to })).body;
  const campaign = async () => (await secretary.get<Record<string, never>>(`/api/campaigns/${campaignId}`)).body as Record<string, unknown>;
  const stageOf = async () => (await campaign())['stage'];
  const lines = async (type: string) => {
    const items: Record<string, unknown>[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const { body }: { body: { items: Record<string, unknown>[]; next: string | null } } = await secretary.get(
        `/api/campaigns/${campaignId}/timeline?limit=200${cursor}`,
      );
      items.push(...body.items);
      next = body.next;
    }
    return items.filter((item) => item['type'] === type);
  };
  /** The launch, the days, and what is owed are the log's: nothing of the workflow is needed to know where to go next. */
  const stageStart = async (stage: string) =>
    ((await campaign())['road'] as { stage: string; startOn: string }[]).find((each) => each.stage === stage)!.startOn;

  it('is launched by the secretary from the template with its 68 items', async () => {
    const launched = await secretary.command('/api/campaigns', { unitId: branch.unitId, template: 'bland-casual' });
    campaignId = launched.body['id'] as string;
    const aspects = (await campaign())['aspects'] as { items: unknown[] }[];
    expect(aspects.flatMap(({ items }) => items)).toHaveLength(68);
    expect(await stageOf()).toBe('screening');
  });

  it('is screened by the assigned persons, its problems triaged and confirmed, its stage approved', async () => {
    await forward(await stageStart('screening'));
    await drive(everybody, { findings: { 'B1-1': ['党课次数不足'], 'B2-3': ['会前未充分谈心'], 'B3-1': ['评议结果未反馈'] } });
    expect(await stageOf()).toBe('problemList');
  });

  it('gets its problem list confirmed and issued', async () => {
    await forward(await stageStart('problemList'));
    // Issuing makes people owe acknowledgements and plans at once; the stage of measures opens by its own date.
    await drive(everybody, { leave: ({ kind }) => ['finishMeasure', 'claimCompletion'].includes(kind) });
    expect(await stageOf()).toBe('measures');
  });

  it('gets its plans approved', async () => {
    await forward(await stageStart('measures'));
    await drive(everybody, { leave: ({ kind }) => ['finishMeasure', 'claimCompletion'].includes(kind) });
    expect(await stageOf()).toBe('deadlines');
  });

  it('refuses the owner who would accept their own completion', async () => {
    await forward(await stageStart('deadlines'));
    await drive(everybody, { leave: ({ kind }) => ['reviewCompletion', 'acceptCompletion', 'signOffProblem', 'approveStage'].includes(kind) || isProblem(2)(kind) });
    const [owner, claimed] = await claimant();
    const refused = await owner.send(
      'POST',
      `/api/campaigns/${campaignId}/commands/accept-completion`,
      { problemId: claimed, basisHash: '0'.repeat(64) },
      { 'idempotency-key': 'self-acceptance' },
    );
    expect(refused.status).toBe(409);
    expect(refused.body['code']).toBe('SEPARATION_OF_DUTIES');
  });

  const isProblem = (_number: number) => (_kind: string) => false;
  const problems = async () =>
    (await secretary.get<{ items: Record<string, unknown>[] }>(`/api/campaigns/${campaignId}/problems`)).body.items;
  /** Somebody who claimed, and the problem they claimed for. */
  const claimant = async (): Promise<[Client, string]> => {
    const [claim] = await lines('CompletionClaimed');
    const by = (claim!['by'] as { personId: string }).personId;
    return [everybody.find(({ personId }) => personId === by)!, claim!['problemId'] as string];
  };

  it('gives a completion back that lacks something, and takes it the second time', async () => {
    const reviewer = await whoHas('reviewCompletion');
    const [review] = reviewer.todo;
    const back = review!.alternatives.find(({ command }) => command === 'ReturnClaim')!;
    await reviewer.who.command(back.path, { ...back.defaults, missing: '缺少会议通知留存' });
    const returned = (await problems()).find(({ id }) => id === review!.subject.problemId);
    expect(returned).toMatchObject({ status: 'rectifying', missing: '缺少会议通知留存' });
  });

  const whoHas = async (kind: string): Promise<{ who: Client; todo: OfferedObligation[] }> => {
    for (const who of everybody) {
      const todo = (await who.todo()).filter((each) => each.kind === kind);
      if (todo.length > 0) return { who, todo };
    }
    throw new Error(`nobody has ${kind} to do`);
  };

  it('reminds day by day of what is not done: each rung a line and one mail', async () => {
    const late = (await whoHas('claimCompletion')).todo[0]!;
    const rungsOf = async () =>
      (await lines('RemindersIssued')).filter(({ subject }) => (subject as { key?: string }).key === late.key);
    await drive(everybody, { leave: (each) => each.subject.problemId === late.subject.problemId || each.kind === 'approveStage' });
    await forward(`${late.dueOn}T00:00:00.000Z`);
    const before = smtp.mails.length;
    for (const day of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await forward(new Date(Date.parse(`${late.dueOn}T02:00:00.000Z`) + day * 86_400_000).toISOString());
    }
    const rungs = (await rungsOf()).map(({ subject }) => (subject as { rung: string }).rung);
    expect(new Set(rungs).size).toBe(rungs.length);
    expect(rungs).toEqual(expect.arrayContaining(['T+1', 'T+3', 'T+7']));
    await eventually(() => smtp.mails.length > before, { what: 'mails after the due day' });
    const ids = smtp.mails.map(({ messageId, to }) => `${messageId} ${to.join()}`);
    expect(new Set(ids).size).toBe(ids.length);
  }, 240_000);

  it('is signed off late and as a whole, and says its numbers', async () => {
    for (let turns = 0; turns < 10 && (await campaign())['status'] === 'open'; turns += 1) await drive(everybody);
    expect(await campaign()).toMatchObject({ status: 'signedOff', stage: 'over' });
    const { body } = await secretary.get<{ sentence: { zh: string } }>(`/api/campaigns/${campaignId}/summary`);
    expect(body.sentence.zh).toBe('本次共排查出问题 3 个，列出整改措施 3 项，现已整改完成 3 个，长期坚持 0 个');
    expect((await problems()).filter(({ late }) => late === true)).toHaveLength(1);
  });

  it('tells its story from the real history, and ends with its last stage', async () => {
    const story = () =>
      execFileSync(process.execPath, [path.join(project, 'apps/worker/dist/story.main.js'), campaignId], {
        env: { ...process.env, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: 'default' },
        encoding: 'utf8',
      });
    const told = await eventually(() => /end over/.test(story()) && story(), { what: 'the end of the story', timeoutMs: 30_000 });
    expect(told.split('\n').filter((line) => line.startsWith('stage '))).toEqual([
      'stage screening',
      'stage problemList',
      'stage measures',
      'stage deadlines',
      'stage signOff',
      'stage over',
    ]);
  });
});
