import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { Id, PersonId } from '@rectify/domain';
import { refused } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { AccountsService } from './accounts.service';
import { newPassword } from './assert-password';
import { AttemptsStore, ofAddress } from './attempts.store';
import { ResetsStore } from './resets.store';
import { newSecret } from './secrets';

const HOUR = 3_600;

/**
 * A forgotten password: whoever may end every tenure begins, the person chooses. The link is handed over in person; who
 * began it stays on record. It opens no session, so that a second factor is asked for as ever.
 */
@Injectable()
export class ResetsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly resets: ResetsStore,
    private readonly attempts: AttemptsStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async start(by: PersonId, accountId: Id) {
    const owner = await this.accounts.assertBegins(by, accountId);
    const token = newSecret();
    const expiresAt = await this.resets.start(owner, token, by);
    if (expiresAt === null) {
      const { perHour } = LIMITS.reset;
      throw refused('RATE_LIMITED', { retryAfter: HOUR, params: { seconds: HOUR, max: perHour } });
    }
    // What follows # stays in the browser: no log, proxy or Referer sees it. The host is ours by configuration.
    const link = new URL(`/reset#${token}`, this.environment.PUBLIC_URL).href;
    return { token, link, expiresAt };
  }

  async use(token: string, next: string, address: string): Promise<void> {
    const subject = `address/${address}`;
    const seconds = await this.attempts.begin(subject, ofAddress);
    if (seconds > 0) throw refused('SIGN_IN_DELAYED', { retryAfter: seconds, params: { seconds } });
    const account = await this.resets.accountOf(token);
    if (!account) throw refused('WRONG_RESET_LINK', { field: 'token' });
    const password = await newPassword(this.environment.PASSWORD_POLICY, next, account, 'next');
    if (!(await this.resets.use(token, password))) throw refused('WRONG_RESET_LINK', { field: 'token' });
    await this.attempts.succeeded(`account/${account.account}`, subject);
  }
}
