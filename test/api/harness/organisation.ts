import { randomUUID } from 'node:crypto';
import type { Post } from '@rectify/domain';
import type { Api } from './api';
import { fiveStages } from '../../harness/launch';

export const PASSWORD = 'a long enough password';

export interface Member {
  readonly personId: string;
  readonly accountId: string;
  readonly account: string;
  readonly token: string;
}

export interface World {
  readonly district: { readonly unitId: string; readonly secretary: Member; readonly supervisor: Member };
  readonly branch: { readonly unitId: string } & Readonly<
    Record<
      | 'secretary'
      | 'deputySecretary'
      | 'organisationMember'
      | 'disciplineMember'
      | 'publicityMember'
      | 'member',
      Member
    >
  >;
  readonly other: { readonly unitId: string; readonly secretary: Member };
}

/** What must be so for the test to go on. */
const expectStatus = (status: number, answer: { status: number; body: unknown }): void => {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
};

/** Signs in as a browser and takes a token as a program. */
export const tokenOf = async (api: Api, account: string, password = PASSWORD): Promise<string> => {
  const cookie = await cookieOf(api, account, password);
  const headers = { cookie, 'x-rectify': '1', 'sec-fetch-site': 'same-origin' };
  const made = await api.ask('/api/tokens', {
    method: 'POST',
    body: { name: 'test', scope: 'commands' },
    headers,
  });
  expectStatus(201, made);
  return made.body.token as string;
};

export const cookieOf = async (api: Api, account: string, password = PASSWORD): Promise<string> => {
  const answer = await api.ask('/api/session', { method: 'POST', body: { account, password } });
  expectStatus(204, answer);
  return String(answer.headers['set-cookie']).split(';')[0] as string;
};

/** A person with an account and a token; appointed at once, unless they are to hold no post. */
export const employ = async (
  api: Api,
  by: string,
  account: string,
  unitId: string,
  post: Post | null,
): Promise<Member> => {
  const appoint = post === null ? {} : { appoint: { unitId, post } };
  const body = { account, password: PASSWORD, name: `某${account}`, ...appoint };
  const made = await api.ask('/api/accounts', { method: 'POST', body, token: by });
  expectStatus(201, made);
  const { personId, accountId } = made.body as Pick<Member, 'personId' | 'accountId'>;
  return { account, personId, accountId, token: await tokenOf(api, account) };
};

/** A district committee above two branches, one of them with all its posts; set up over HTTP alone. */
export const setUpWorld = async (api: Api): Promise<World> => {
  const unit = { code: 'D01', name: '区直机关工委' };
  const body = {
    code: await api.setUpCode(),
    unit,
    account: 'district',
    password: PASSWORD,
    name: '工委书记',
  };
  const done = await api.ask('/api/setup', { method: 'POST', body });
  expectStatus(201, done);
  const districtId = done.body.unitId as string;
  const root: Member = {
    account: 'district',
    personId: done.body.personId as string,
    // Nobody is above them: there is nobody whom it would serve.
    accountId: '',
    token: await tokenOf(api, 'district'),
  };
  const register = async (code: string, name: string): Promise<string> => {
    const unitId = randomUUID();
    const path = '/api/directories/main/commands/register-unit';
    expectStatus(200, await api.command(root.token, path, { unitId, code, name, parentId: districtId }));
    return unitId;
  };
  const branchId = await register('B01', '第一支部');
  const otherId = await register('B02', '第二支部');
  const at = (unitId: string, post: Post, account: string): Promise<Member> =>
    employ(api, root.token, account, unitId, post);
  return {
    district: {
      unitId: districtId,
      secretary: root,
      supervisor: await at(districtId, 'supervisor', 'supervisor'),
    },
    branch: {
      unitId: branchId,
      secretary: await at(branchId, 'secretary', 'secretary'),
      deputySecretary: await at(branchId, 'deputySecretary', 'deputy'),
      organisationMember: await at(branchId, 'organisationMember', 'organiser'),
      disciplineMember: await at(branchId, 'disciplineMember', 'discipline'),
      publicityMember: await at(branchId, 'publicityMember', 'publicity'),
      member: await at(branchId, 'member', 'member'),
    },
    other: { unitId: otherId, secretary: await at(otherId, 'secretary', 'other') },
  };
};

/** A campaign of the branch whose screening is open. */
export const launchOpen = async (api: Api, { branch }: World): Promise<string> => {
  const body = { unitId: branch.unitId, ...fiveStages, startOn: '2026-03-03' };
  const launched = await api.command(branch.secretary.token, '/api/campaigns', body);
  expectStatus(201, launched);
  const { clock } = api.infrastructure;
  if ((await clock.now()) < '2026-03-03') await clock.forwardTo('2026-03-03T01:00:00.000Z');
  return launched.body.id as string;
};
