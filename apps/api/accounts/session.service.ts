import { Injectable } from '@nestjs/common';
import { refused } from '../errors/problem';
import type { Principal } from '../identity/principal';
import { AccountsStore } from './accounts.store';
import { AttemptsStore, ofAccount, ofAddress } from './attempts.store';
import { hashPassword, newSecret, verifyPassword } from './secrets';

/** Signing in and out, and changing one's password. */
@Injectable()
export class SessionService {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly attempts: AttemptsStore,
  ) {}

  /** The new session's id. An unknown, disabled or unfinished account costs the same and answers the same as a wrong password. */
  async signIn(name: string, password: string, address: string): Promise<string> {
    const subjects = { account: `account/${name}`, address: `address/${address}` };
    await this.wait(subjects.address, ofAddress);
    await this.wait(subjects.account, ofAccount);
    const account = await this.accounts.byName(name);
    const isRight = await verifyPassword(account?.password_hash, password);
    if (!isRight || !account || account.disabled || !account.ready) throw refused('WRONG_CREDENTIALS');
    await this.attempts.succeeded(subjects.account, subjects.address);
    const session = newSecret();
    await this.accounts.openSession(account.person_id, session);
    return session;
  }

  async signOut({ session }: Principal): Promise<void> {
    if (session !== null) await this.accounts.closeSession(session);
  }

  async changePassword({ personId, session }: Principal, current: string, next: string): Promise<void> {
    const subject = `password/${personId}`;
    await this.wait(subject, ofAccount);
    const account = await this.accounts.byPerson(personId);
    if (!(await verifyPassword(account?.password_hash, current))) {
      throw refused('WRONG_CREDENTIALS', { field: 'current' });
    }
    await this.attempts.succeeded(subject, subject);
    await this.accounts.setPassword(personId, await hashPassword(next), session);
  }

  private async wait(subject: string, patience: typeof ofAccount): Promise<void> {
    const seconds = await this.attempts.begin(subject, patience);
    if (seconds > 0) throw refused('SIGN_IN_DELAYED', { retryAfter: seconds, params: { seconds } });
  }
}
