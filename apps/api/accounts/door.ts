import { Injectable } from '@nestjs/common';
import type { PersonId } from '@rectify/domain';
import { refused } from '../errors/problem';
import { AttemptsStore, ofAccount, ofAddress } from './attempts.store';
import { DevicesStore } from './devices.store';
import { newSecret } from './secrets';

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

/** Somebody let up to the door; what they bring there is still to be looked at. */
export interface Attempt {
  /** It was right. Answers what the browser is known by from now on. */
  readonly succeeded: (personId: PersonId) => Promise<string>;
}

/** Slows guesses down, each account and each address; a browser that is known is counted by itself alone. */
@Injectable()
export class Door {
  constructor(
    private readonly attempts: AttemptsStore,
    private readonly devices: DevicesStore,
  ) {}

  /** Throws SIGN_IN_DELAYED. */
  async attempt(account: string, { device, address }: Desk): Promise<Attempt> {
    const known = device !== null && (await this.devices.isKnown(device, account)) ? device : null;
    const subject = known === null ? `account/${account}` : `device/${known}`;
    const from = known === null ? `address/${address}` : subject;
    if (known === null) await this.wait(from, ofAddress);
    await this.wait(subject, ofAccount);
    return {
      succeeded: async (personId) => {
        await this.attempts.succeeded(subject, from);
        const next = known ?? newSecret();
        await this.devices.remember(next, personId);
        return next;
      },
    };
  }

  /** Counted like a sign-in, for a secret that is given once more. Answers how to say that it was right. */
  async guess(subject: string): Promise<() => Promise<void>> {
    await this.wait(subject, ofAccount);
    return () => this.attempts.succeeded(subject, subject);
  }

  /** From somewhere, by whoever has no account to name. */
  knock(address: string): Promise<void> {
    return this.wait(`address/${address}`, ofAddress);
  }

  /** Whoever knocked came in: nothing is held against the address. */
  welcome(address: string): Promise<void> {
    return this.attempts.succeeded('', `address/${address}`);
  }

  private async wait(subject: string, patience: typeof ofAccount): Promise<void> {
    const seconds = await this.attempts.begin(subject, patience);
    if (seconds > 0) throw refused('SIGN_IN_DELAYED', { retryAfter: seconds, params: { seconds } });
  }
}
