import { randomUUID } from 'node:crypto';
import { shippedTemplates } from '@rectify/domain';
import type { Instant, Post } from '@rectify/domain';
import { createClock, createPool, eventStoreMigrations, migrate } from '@rectify/event-store';
import type { Client } from './client';
import { request, signIn } from './client';
import type { Stack } from './stack';
import { eventually } from './wait';

/** Monday 2 March 2026, 09:00 in Shanghai: a working day of an official calendar, weeks before the next holiday. */
export const FIRST_DAY: Instant = '2026-03-02T01:00:00.000Z';

/** Everybody's here. */
export const PASSWORD = 'a long enough password';

/** The posts of a branch, each held by one person. */
const BRANCH_POSTS = {
  secretary: '书记',
  deputySecretary: '副书记',
  organisationMember: '组织委员',
  disciplineMember: '纪检委员',
  publicityMember: '宣传委员',
} as const satisfies Partial<Record<Post, string>>;

type BranchPost = keyof typeof BRANCH_POSTS;

export interface Unit {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
}

/** A branch and its people, each signed in as a program. */
export type Branch = Unit & Readonly<Record<BranchPost, Client>>;

/** A district work committee above its branches. */
export interface Organisation {
  readonly district: Unit & { readonly secretary: Client; readonly supervisor: Client };
  readonly branches: readonly Branch[];
}

/**
 * Sets the domain's clock of a database in mode `test`, so that nothing depends on today's date. To be called before
 * anything is recorded: with a new database's URL before `startStack({ ownerUrl })`, or with a stack's before the set-up.
 */
export const setFirstDay = async (ownerUrl: string, day: Instant = FIRST_DAY): Promise<void> => {
  await migrate(ownerUrl, { migrations: eventStoreMigrations, mode: 'test' });
  const pool = createPool(ownerUrl, { max: 1 });
  try {
    await createClock(pool).startAt(day);
  } finally {
    await pool.end();
  }
};

/**
 * An organisation on an empty stack, by nothing but HTTP: the first secretary enters by the code that the api prints, and
 * registers and appoints everybody else. Accounts are `district.secretary`, `branch1.organisationmember`, …
 */
export const setUpOrganisation = async (
  stack: Pick<Stack, 'url' | 'output'>,
  { branches = 1, withActivities = false }: { branches?: number; withActivities?: boolean } = {},
): Promise<Organisation> => {
  const url = (): string => stack.url;
  const root = await enter(stack);
  if (!withActivities) await publishWithoutActivities(root.secretary);
  const district = {
    ...root,
    supervisor: await employ(url, root, { unit: root, post: 'supervisor' }, '监督员'),
  };
  const made: Branch[] = [];
  for (let number = 1; number <= branches; number += 1)
    made.push(await registerBranch(url, district, number));
  return { district, branches: made };
};

/** What activities and the pledge make owed is shown where it is the matter; elsewhere it would be in the way. */
const publishWithoutActivities = async (secretary: Client): Promise<void> => {
  const definition = shippedTemplates().find(({ slug }) => slug === 'bland-casual');
  const path = '/api/templates/bland-casual/commands/publish-template';
  await secretary.command(path, { definition: { ...definition, activities: [] } });
};

/** The first unit with its secretary, by the one-time code on the server's console. */
const enter = async (stack: Pick<Stack, 'url' | 'output'>): Promise<Unit & { secretary: Client }> => {
  const unit = { code: 'D01', name: '区直机关工委' };
  const account = 'district.secretary';
  const code = await eventually(() => stack.output('api').flatMap(setUpCode).at(-1), {
    what: 'the one-time code',
  });
  const body = { code, unit, account, password: PASSWORD, name: '工委书记' };
  const done = await request(`${stack.url}/api/setup`, { method: 'POST', body });
  if (done.status >= 300) throw new Error(`set-up → ${done.status} ${JSON.stringify(done.body)}`);
  const secretary = await signIn(() => stack.url, account, PASSWORD);
  return { ...unit, unitId: String(done.body['unitId']), secretary };
};

const setUpCode = (line: string): string[] => /setup code: (\S+)/.exec(line)?.slice(1) ?? [];

const registerBranch = async (
  url: () => string,
  district: Organisation['district'],
  number: number,
): Promise<Branch> => {
  const unit = { unitId: randomUUID(), code: `B${String(number).padStart(2, '0')}`, name: `第${number}支部` };
  const command = '/api/directories/main/commands/register-unit';
  await district.secretary.command(command, { ...unit, parentId: district.unitId });
  const people: Partial<Record<BranchPost, Client>> = {};
  for (const [post, title] of Object.entries(BRANCH_POSTS) as [BranchPost, string][])
    people[post] = await employ(
      url,
      district,
      { unit, post, prefix: `branch${number}` },
      `${unit.name}${title}`,
    );
  return { ...unit, ...(people as Record<BranchPost, Client>) };
};

interface Place {
  readonly unit: Unit;
  readonly post: Post;
  /** Begins the account's name. */
  readonly prefix?: string;
}

/** Where an account's mail goes. */
export const mailOf = (account: string): string => `${account}@example.test`;

/** A person's account and appointment by the district's secretary, then the person's own signing in. */
const employ = async (
  url: () => string,
  { secretary }: { readonly secretary: Client },
  { unit, post, prefix = 'district' }: Place,
  name: string,
): Promise<Client> => {
  const account = `${prefix}.${post.toLowerCase()}`;
  const made = await secretary.command('/api/accounts', {
    account,
    password: PASSWORD,
    name,
    email: mailOf(account),
  });
  const appointment = { unitId: unit.unitId, post, personId: made.body['personId'] };
  await secretary.command('/api/directories/main/commands/appoint-to-post', appointment);
  return signIn(url, account, PASSWORD);
};
