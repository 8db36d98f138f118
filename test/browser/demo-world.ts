import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, shippedTemplates, type CivilDate } from '@rectify/domain';
import { signIn, withToken, type Client, type OfferedObligation } from '../harness/client';
import { drive, type Findings } from '../harness/drive';
import {
  PASSWORD,
  setFirstDay,
  setUpOrganisation,
  type Branch,
  type Organisation,
} from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { runFolder } from '../harness/run-folder';
import { startStack } from '../harness/stack';
import { testTemporal } from '../harness/temporal';

/** What is typed where only its reporter and triager may see it, and what no page may show after the hand-over. */
export const SECRET = '绝密线索七七四九';
/** Why one problem was opened again. */
export const REOPENED_BECAUSE = '抽查5月26日支委会，议题当天才发，问题反弹';
/** Runs where a page takes text for markup. */
export const MARKUP = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>{{7*7}}`;

/** Where everything stands, so that each file of tests finds it again. */
export interface DemoWorld {
  /** The pages, and the api behind them. */
  readonly web: string;
  readonly api: string;
  readonly ownerUrl: string;
  /** The pages of another installation, which nobody has set up yet. */
  readonly empty: string;
  /** In rectification: problems in every state of it, some overdue. */
  readonly running: Running;
  /** Voting over 24 problems. */
  readonly voting: Running;
}

export interface Running {
  readonly id: string;
  readonly code: string;
  /** Problem codes by title. */
  readonly problems: Readonly<Record<string, string>>;
}

const note = (): string => path.join(runFolder(), 'demo-world.json');

/** One installation with something in every state, made by whichever file of tests comes first; it ends with the run. */
export const demoWorld = async (): Promise<DemoWorld> => {
  if (existsSync(note())) return JSON.parse(readFileSync(note(), 'utf8')) as DemoWorld;
  const made = await make();
  writeFileSync(note(), JSON.stringify(made));
  return made;
};

const MEMBERS = ['secretary', 'deputysecretary', 'organisationmember', 'disciplinemember', 'publicitymember'];

/** Who of the first branch owes something about a problem, and what it is called in the address. */
export const whoOwes = async (
  world: DemoWorld,
  kind: string,
  title: string,
): Promise<{ readonly account: string; readonly id: string }> => {
  for (const post of MEMBERS) {
    const account = `branch1.${post}`;
    const person = await client(world, account);
    const problem = (await problemsOf(person, world.running.id)).find((each) => each.title === title);
    const owed = (await person.todo()).find(
      (each) => each.kind === kind && (each.subject.problemId ?? each.subject.id) === problem?.id,
    );
    if (owed) return { account, id: owed.id };
  }
  throw new Error(`nobody owes ${kind} of ${title}`);
};

/** Of each person one token in the whole run: how many somebody may have is bounded. */
const tokensFile = (): string => path.join(runFolder(), 'demo-tokens.json');
const tokens = (): Readonly<Record<string, string>> =>
  existsSync(tokensFile()) ? (JSON.parse(readFileSync(tokensFile(), 'utf8')) as Record<string, string>) : {};

/** A person as a program. */
export const client = async ({ api }: Pick<DemoWorld, 'api'>, account: string): Promise<Client> => {
  const name = `${api} ${account}`;
  const known = tokens()[name];
  if (known !== undefined) return withToken(() => api, account, known);
  const made = await signIn(() => api, account, PASSWORD);
  writeFileSync(tokensFile(), JSON.stringify({ ...tokens(), [name]: made.token }), { mode: 0o600 });
  return made;
};

/** The problems of the campaign in rectification, by what became of them. */
export const TITLES = {
  long: '“三会一课”记录不完整：第一季度支部党员大会、支委会、党小组会和党课的会议记录均缺少参会人员名单与议题提前通知的留存，且与活动台账登记的日期不一致',
  late: '谈心谈话记录不全',
  closed: '党课未列入年度计划',
  claimed: '民主评议结果未反馈本人',
  claimedOnce: '主题党日次数不足',
  claimedTwice: '党费未按时交纳',
  claimedThrice: '组织关系转接不及时',
  reopened: '会议议题未提前通知',
  markup: MARKUP,
  outside: '与本次整治无关的情况',
} as const;

const VOTED = 'vulgarised-transactional';

const FINDINGS: Findings = {
  'B1-1': [TITLES.closed],
  'B1-2': [TITLES.long],
  'B2-3': [TITLES.late],
  'B3-1': [TITLES.claimed, TITLES.claimedOnce],
  'B3-2': [TITLES.claimedTwice, TITLES.claimedThrice],
  'B1-3': [TITLES.reopened],
  'B4-1': [TITLES.markup],
  'B5-1': [TITLES.outside, SECRET],
};

const make = async (): Promise<DemoWorld> => {
  const temporal = await testTemporal();
  const ownerUrl = await (await testPostgres()).freshDatabase();
  await setFirstDay(ownerUrl);
  const stack = await startStack({ ownerUrl, temporalAddress: temporal.address, workers: 1, webs: 1 });
  const organisation = await setUpOrganisation(stack, { branches: 5 });
  await nameAdministrator(organisation);
  const { branches } = organisation;
  const [first, second] = branches as [Branch, Branch];
  const campaigns = await twoCampaigns(organisation, first, second);
  return {
    web: stack.urls.web[0] ?? '',
    api: stack.url,
    ownerUrl,
    empty: await emptyInstallation(),
    ...campaigns,
  };
};

const emptyInstallation = async (): Promise<string> => {
  const ownerUrl = await (await testPostgres()).freshDatabase();
  await setFirstDay(ownerUrl);
  return (await startStack({ ownerUrl, webs: 1 })).urls.web[0] ?? '';
};

const nameAdministrator = async ({ district: { secretary } }: Organisation): Promise<void> => {
  const made = await secretary.command('/api/accounts', {
    account: 'administrator',
    password: PASSWORD,
    name: '陈管理',
  });
  const { personId } = made.body;
  await secretary.command('/api/directories/main/commands/name-administrator', { personId });
};

const membersOf = (branch: Branch): readonly Client[] => [
  branch.secretary,
  branch.deputySecretary,
  branch.organisationMember,
  branch.disciplineMember,
  branch.publicityMember,
];

/** 24 problems of the second template, which has clue items too: these are answered 已移交 or 不适用, and hold no text. */
const twentyFour = (): Findings => {
  const items = shippedTemplates()
    .find(({ slug }) => slug === VOTED)
    ?.aspects.flatMap((aspect) => aspect.items)
    .filter(({ clue }) => !clue)
    .slice(0, 24);
  return Object.fromEntries((items ?? []).map(({ code }, index) => [code, [`第${index + 1}件待表决的问题`]]));
};

/** What is made of the reports: one is left out, and of one that is handed over nothing is kept. */
const triage = async (people: readonly Client[], campaignId: string): Promise<void> => {
  for (const person of people) {
    const owed = (await person.todo()).filter(({ kind }) => kind === 'triageProblem');
    if (owed.length === 0) continue;
    const titles = new Map((await problemsOf(person, campaignId)).map(({ id, title }) => [id, title]));
    for (const { subject, action } of owed) {
      await person.command(action?.path ?? '', { ...action?.defaults, ...triaged(titles.get(subject.id)) });
    }
  }
};

const triaged = (title: string | undefined): Record<string, string> => {
  if (title === SECRET) return { decision: 'handOver' };
  if (title === TITLES.outside) return { decision: 'exclude', reason: '不属于本次整治范围' };
  return { decision: 'include', reason: '属于本次整治范围' };
};

const isWork = ({ kind }: OfferedObligation): boolean =>
  kind === 'finishMeasure' || kind === 'claimCompletion';

const launch = async ({ unitId, secretary }: Branch, template: string): Promise<string> =>
  String((await secretary.command('/api/campaigns', { unitId, template })).body['id']);

/** Two campaigns side by side: one is driven on until some of it is late, the other stops where its members vote. */
const twoCampaigns = async (
  { district }: Organisation,
  first: Branch,
  second: Branch,
): Promise<Pick<DemoWorld, 'running' | 'voting'>> => {
  const above = [district.secretary, district.supervisor];
  const ofFirst = [...above, ...membersOf(first)];
  const ofSecond = [...above, ...membersOf(second)];
  const runningId = await launch(first, 'bland-casual');
  const votingId = await launch(second, VOTED);
  const { secretary } = first;
  const { road } = await read<{ road: readonly { stage: string; startOn: CivilDate }[] }>(
    secretary,
    runningId,
  );
  const forward = (to: CivilDate) => secretary.command('/api/clock/forward', { to });
  const forwardTo = async (stage: string): Promise<void> => {
    await forward(road.find((each) => each.stage === stage)?.startOn ?? '2026-03-02');
  };
  await forwardTo('mobilisation');
  await drive([...ofFirst, ...membersOf(second)]);
  await forwardTo('screening');
  await drive(ofFirst, { findings: FINDINGS, leave: ({ kind }) => kind === 'triageProblem' });
  await triage(ofFirst, runningId);
  await drive(ofFirst);
  await forwardTo('problemList');
  await drive(ofFirst, { leave: isWork });
  await forwardTo('measures');
  await drive(ofFirst, { leave: isWork });
  await forwardTo('deadlines');
  const idOf = new Map((await problemsOf(secretary, runningId)).map(({ title, id }) => [title, id]));
  const isOf = ({ subject }: OfferedObligation, title: string): boolean =>
    (subject.problemId ?? subject.id) === idOf.get(title);
  const isOneOf = (owed: OfferedObligation, titles: readonly string[]): boolean =>
    titles.some((title) => isOf(owed, title));
  const { claimed, claimedOnce, claimedTwice, claimedThrice } = TITLES;
  await drive(ofFirst, {
    leave: (each) =>
      !isOneOf(each, [TITLES.closed, TITLES.reopened]) &&
      !(isOneOf(each, [claimed, claimedOnce, claimedTwice, claimedThrice]) && isWork(each)),
  });
  await secretary.command(`/api/campaigns/${runningId}/commands/reopen-problem`, {
    problemId: idOf.get(TITLES.reopened),
    reason: REOPENED_BECAUSE,
  });
  const late = (await problemsOf(secretary, runningId)).find(({ title }) => title === TITLES.late);
  await forward(addDays(late?.dueOn ?? '2026-06-07', 3));
  // Its stages are longer: by now its list is to be voted on.
  await drive(ofSecond, { findings: twentyFour(), leave: ({ kind }) => kind === 'castVote' });
  return {
    running: await runningOf(secretary, runningId),
    voting: await runningOf(second.secretary, votingId),
  };
};

const read = async <Body>(who: Client, id: string, suffix = ''): Promise<Body> => {
  const { status, body } = await who.get<Body>(`/api/campaigns/${id}${suffix}`);
  if (status !== 200) throw new Error(`${suffix} of ${id} → ${status}`);
  return body;
};

interface ProblemRow {
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
  readonly dueOn: CivilDate | null;
}

const problemsOf = async (who: Client, id: string): Promise<readonly ProblemRow[]> =>
  (await read<{ items: readonly ProblemRow[] }>(who, id, '/problems?limit=200')).items;

const runningOf = async (who: Client, id: string): Promise<Running> => {
  const { code } = await read<{ code: string }>(who, id);
  const numbered = (await problemsOf(who, id)).flatMap((each) =>
    each.code === null ? [] : [[each.title, each.code] as const],
  );
  return { id, code, problems: Object.fromEntries(numbered) };
};
