import type { Client, OfferedObligation } from '../../harness/client';
import type { Api } from './api';
import type { Member, World } from './organisation';

/** A person's program on the API in this process, as the harness's `drive` takes it. */
export const clientOf = (api: Api, { account, personId, token }: Member): Client => {
  const get = async <Body>(path: string) => {
    const answer = await api.ask(path, { token });
    return { ...answer, headers: new Headers(), body: answer.body as Body };
  };
  const command: Client['command'] = async (path, body) => {
    const answer = await api.command(token, path, body);
    if (answer.status >= 300) throw new Error(`${account}: POST ${path} → ${JSON.stringify(answer.body)}`);
    return { ...answer, headers: new Headers() };
  };
  return {
    account,
    token,
    personId,
    get,
    command,
    send: async (_method, path, body, headers = {}) => ({
      ...(await api.command(token, path, body, headers)),
      headers: new Headers(),
    }),
    todo: async () =>
      (await get<{ items: OfferedObligation[] }>('/api/obligations?holder=me&limit=200')).body.items,
  };
};

/** Everybody who may have something to do in the branch's campaign. */
export const everybody = (api: Api, { branch, district }: World): readonly Client[] => {
  const { secretary, deputySecretary, organisationMember, disciplineMember, publicityMember } = branch;
  const members = [secretary, deputySecretary, organisationMember, disciplineMember, publicityMember];
  return [...members, district.secretary, district.supervisor].map((member) => clientOf(api, member));
};
