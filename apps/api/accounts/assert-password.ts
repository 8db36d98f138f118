import { invalid } from '../errors/problem';
import { passwordFault, type PasswordPolicy } from './password-policy';

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
