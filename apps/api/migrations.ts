import { eventStoreMigrations } from '@rectify/event-store';
import { readModelMigrations } from '@rectify/read-models';
import { AccountsOfPeople1767225600036 } from './accounts/accounts-of-people.migration';
import { Accounts1767225600003 } from './accounts/accounts.migration';
import { Epoch1767225600035 } from './accounts/epoch.migration';
import { FormerPasswords1767225600034 } from './accounts/former-passwords.migration';
import { SecondFactor1767225600032 } from './accounts/second-factor.migration';
import { SigningIn1767225600031 } from './accounts/signing-in.migration';
import { RefusedAuthority1767225600004 } from './commands/refusals.migration';
import { Oidc1767225600033 } from './oidc/oidc.migration';
import { Preferences1767225600037 } from './people/preferences.migration';
import { TechnicalFactsFunction } from './admin/admin.migration';

/** In the order in which they run; the names end in the instant that TypeORM sorts by. */
export const allMigrations = [
  ...eventStoreMigrations,
  ...readModelMigrations,
  Accounts1767225600003,
  RefusedAuthority1767225600004,
  SigningIn1767225600031,
  SecondFactor1767225600032,
  Oidc1767225600033,
  FormerPasswords1767225600034,
  TechnicalFactsFunction,
  Epoch1767225600035,
  AccountsOfPeople1767225600036,
  Preferences1767225600037,
];
