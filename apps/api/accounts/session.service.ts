import { Inject, Injectable } from '@nestjs/common';
import type { signIn } from '@rectify/contracts';
import type { z } from 'zod';
import { notFound, refused } from '../errors/problem';
import type { Principal } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { AccountsStore, type Account, type Owner } from './accounts.store';
import { newPassword } from './assert-password';
import { Door, type Desk } from './door';
import { newSecret, verifyPassword } from './secrets';
import { TotpService } from './totp.service';
import { WebSessionsStore } from './web-sessions.store';

type Credentials = z.infer<typeof signIn>;

/** What the browser is given: both new, whatever it brought along. */
export interface SignedIn {
  readonly session: string;
  readonly device: string;
}

/** Signing in and out, and changing one's password. */
@Injectable()
export class SessionService {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly sessions: WebSessionsStore,
    private readonly door: Door,
    private readonly totp: TotpService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** An unknown, disabled, barred or unfinished account costs the same and answers the same as a wrong password. */
  async signIn({ account: name, password, code }: Credentials, desk: Desk): Promise<SignedIn> {
    const attempt = await this.door.attempt(name, desk);
    const account = await this.accounts.byName(name);
    const isRight = await verifyPassword(account?.password_hash, password);
    if (!isRight || !mayEnter(account)) throw refused('WRONG_CREDENTIALS');
    // Counted until both are right: a known password gives no free guesses at the code.
    await this.totp.assert(account.person_id, code);
    const device = await attempt.succeeded(account.person_id);
    const owner = { personId: account.person_id, accountId: account.id };
    return { session: await this.open(owner, desk, true), device };
  }

  /** A session under an id that nobody has seen. `isConfirmed`: the person gave the password just now. */
  async open(owner: Owner, desk: Desk, isConfirmed: boolean): Promise<string> {
    const session = newSecret();
    if (desk.session !== undefined) await this.sessions.close(desk.session);
    await this.sessions.open(owner, session, desk.browser, isConfirmed);
    return session;
  }

  /** Answers the session's new id. */
  async confirm({ session, ...owner }: Principal, password: string): Promise<string> {
    if (session === null) throw refused('SESSION_REQUIRED');
    await this.proven(owner, password, 'password');
    const next = newSecret();
    await this.sessions.confirm(session, next);
    return next;
  }

  async signOut({ session }: Principal): Promise<void> {
    if (session !== null) await this.sessions.close(session);
  }

  async list({ personId, session }: Principal) {
    return { items: await this.sessions.list(personId, session), next: null };
  }

  /** Ends one of one's own sessions; another's does not exist. */
  async end({ personId }: Principal, id: string): Promise<void> {
    if (!(await this.sessions.end(personId, id))) throw notFound();
  }

  async changePassword({ session, ...owner }: Principal, current: string, next: string): Promise<void> {
    const account = await this.proven(owner, current, 'current');
    const password = await newPassword(this.environment.PASSWORD_POLICY, next, account, 'next');
    await this.accounts.setPassword(owner, password, session);
  }

  /** The account by which they entered, where the password is right; guesses are slowed down as at the door. */
  private async proven({ personId, accountId }: Owner, password: string, field: string): Promise<Account> {
    const wasRight = await this.door.guess(`password/${personId}`);
    const account = await this.accounts.byId(accountId);
    if (!(await verifyPassword(account?.password_hash, password)) || !mayEnter(account))
      throw refused('WRONG_CREDENTIALS', { field });
    await wasRight();
    return account;
  }
}

export const mayEnter = (account: Account | undefined): account is Account =>
  account !== undefined && !account.disabled && !account.barred && account.ready;
