import type { Api } from './api';
import { browserOf } from './browser';
import { PASSWORD, tokenOf, type Member } from './organisation';

/** One more account of somebody, opened by the one above them and entered by its link; the same person as ever. */
export const secondAccountOf = async (
  api: Api,
  by: Member,
  { personId, account }: Member,
): Promise<Member> => {
  const name = `${account}.2`;
  const page = await browserOf(api, by.account);
  const added = await page.post(`/api/people/${personId}/accounts`, { account: name });
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  const { accountId } = added.body as { accountId: string };
  const begun = await page.post(`/api/accounts/${accountId}/reset`);
  const body = { token: begun.body.token, next: PASSWORD };
  const set = await api.ask('/api/password/reset', { method: 'POST', body });
  if (set.status !== 204) throw new Error(JSON.stringify(set.body));
  return { personId, accountId, account: name, token: await tokenOf(api, name) };
};
