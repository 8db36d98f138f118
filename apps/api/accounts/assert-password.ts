import { invalid } from '../errors/problem';
import type { Account, NewPassword } from './accounts.store';
import { passwordFault, remembered, type PasswordPolicy } from './password-policy';
import { hashPassword, verifyPassword } from './secrets';

/** Throws VALIDATION with the field where the policy does not take the password. */
export const assertPassword = (
  policy: PasswordPolicy,
  password: string,
  account: string,
  field: string,
): void => {
  const reason = passwordFault(policy, password, account);
  if (reason) throw invalid(field, reason);
};

/** A password to be set instead of the present one. Throws VALIDATION where the policy does not take it or it was used before. */
export const newPassword = async (
  policy: PasswordPolicy,
  password: string,
  { account, password_hash, former_hashes }: Pick<Account, 'account' | 'password_hash' | 'former_hashes'>,
  field: string,
): Promise<NewPassword> => {
  assertPassword(policy, password, account, field);
  const keep = remembered[policy];
  for (const used of [password_hash, ...former_hashes.slice(0, keep)])
    if (await verifyPassword(used, password)) throw invalid(field, 'usedBefore');
  return { hash: await hashPassword(password), keep };
};
