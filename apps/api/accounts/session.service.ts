import { Inject, Injectable } from '@nestjs/common';
import { invalid, notFound, refused } from '../errors/problem';
import type { Principal } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { AccountsStore, type Account } from './accounts.store';
import { assertPassword } from './assert-password';
import { AttemptsStore, ofAccount, ofAddress } from './attempts.store';
import { DevicesStore } from './devices.store';
import { hashPassword, newSecret, verifyPassword } from './secrets';
import { WebSessionsStore } from './web-sessions.store';

/** Where a sign-in comes from. */
export interface Desk {
  readonly address: string;
  /** What the cookie of a browser that is known holds. */
  readonly device: string | null;
  /** The kind of browser, for the list of one's sessions. */
  readonly browser: string;
  /** The session that is there already; it ends with the next. */
  readonly session: string | undefined;
}

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
    private readonly devices: DevicesStore,
    private readonly attempts: AttemptsStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** An unknown, disabled or unfinished account costs the same and answers the same as a wrong password. */
  async signIn(name: string, password: string, desk: Desk): Promise<SignedIn> {
    const isKnown = desk.device !== null && (await this.devices.isKnown(desk.device, name));
    const own = isKnown ? `device/${desk.device}` : `account/${name}`;
    const address = isKnown ? own : `address/${desk.address}`;
    if (!isKnown) await this.wait(address, ofAddress);
    await this.wait(own, ofAccount);
    const account = await this.accounts.byName(name);
    const isRight = await verifyPassword(account?.password_hash, password);
    if (!isRight || !mayEnter(account)) throw refused('WRONG_CREDENTIALS');
    await this.attempts.succeeded(own, address);
    return this.open(account, desk, isKnown);
  }

  private async open({ person_id }: Account, desk: Desk, isKnown: boolean): Promise<SignedIn> {
    const session = newSecret();
    const device = isKnown && desk.device !== null ? desk.device : newSecret();
    if (desk.session !== undefined) await this.sessions.close(desk.session);
    await this.sessions.open(person_id, session, desk.browser);
    await this.devices.remember(device, person_id);
    return { session, device };
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

  async changePassword({ personId, session }: Principal, current: string, next: string): Promise<void> {
    const account = await this.proven(personId, current, 'current');
    assertPassword(this.environment.PASSWORD_POLICY, next, account.account, 'next');
    if (next === current) throw invalid('next', 'usedBefore');
    await this.accounts.setPassword(personId, await hashPassword(next), session);
  }

  /** The account, where the password is right; guesses are slowed down as at the door. */
  private async proven(personId: string, password: string, field: string): Promise<Account> {
    const subject = `password/${personId}`;
    await this.wait(subject, ofAccount);
    const account = await this.accounts.byPerson(personId);
    if (!(await verifyPassword(account?.password_hash, password)) || !mayEnter(account))
      throw refused('WRONG_CREDENTIALS', { field });
    await this.attempts.succeeded(subject, subject);
    return account;
  }

  private async wait(subject: string, patience: typeof ofAccount): Promise<void> {
    const seconds = await this.attempts.begin(subject, patience);
    if (seconds > 0) throw refused('SIGN_IN_DELAYED', { retryAfter: seconds, params: { seconds } });
  }
}

const mayEnter = (account: Account | undefined): account is Account =>
  account !== undefined && !account.disabled && account.ready;
