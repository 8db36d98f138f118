import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { text } from '@rectify/i18n';
import { randomBytes } from 'node:crypto';
import { refused } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { AccountsStore, type Owner } from './accounts.store';
import { Door } from './door';
import { sealing } from './sealing';
import { base32, newTotpSecret, stepOf, totpUri } from './totp';
import { TotpStore } from './totp.store';

/** 80 bits in four groups. */
const newRecoveryCode = (): string => (base32(randomBytes(10)).toLowerCase().match(/.{4}/g) ?? []).join('-');

/** One's own second factor: begun, confirmed by its first code, ended. */
@Injectable()
export class TotpService {
  private readonly seal: ReturnType<typeof sealing> | null;

  constructor(
    private readonly store: TotpStore,
    private readonly accounts: AccountsStore,
    private readonly door: Door,
    @Inject(ENVIRONMENT) { SECRETS_KEY }: Environment,
  ) {
    this.seal = SECRETS_KEY === undefined ? null : sealing(SECRETS_KEY, 'totp');
  }

  async state(personId: PersonId) {
    const totp = await this.store.of(personId);
    return { offered: this.seal !== null, on: totp?.on ?? false, recoveryCodes: totp?.codes ?? 0 };
  }

  async begin({ personId, accountId }: Owner) {
    if (!this.seal) throw refused('TOTP_NOT_OFFERED');
    const secret = newTotpSecret();
    if (!(await this.store.begin(personId, this.seal.seal(secret, personId)))) throw refused('TOTP_ON');
    const account = (await this.accounts.byId(accountId))?.account ?? '';
    return { secret: base32(secret), uri: totpUri(secret, account, text('zh-CN', 'product.name')) };
  }

  async confirm(personId: PersonId, code: string) {
    const wasRight = await this.door.guess(`totp/${personId}`);
    const totp = await this.store.of(personId);
    if (!totp) throw refused('TOTP_NOT_BEGUN');
    if (totp.on) throw refused('TOTP_ON');
    const step = this.step(totp.secret, personId, code);
    if (step === null) throw refused('WRONG_CODE', { field: 'code' });
    const recoveryCodes = Array.from({ length: LIMITS.totp.recoveryCodes }, newRecoveryCode);
    if (!(await this.store.confirm(personId, step, recoveryCodes))) throw refused('TOTP_ON');
    await wasRight();
    return { recoveryCodes };
  }

  end(personId: PersonId): Promise<void> {
    return this.store.end(personId);
  }

  /** Throws TOTP_REQUIRED or WRONG_CODE where the person has a second factor and this is not it. */
  async assert(personId: PersonId, code: string | undefined): Promise<void> {
    const totp = await this.store.of(personId);
    if (!totp?.on) return;
    if (code === undefined || code === '') throw refused('TOTP_REQUIRED', { field: 'code' });
    const step = this.step(totp.secret, personId, code);
    const isRight =
      step === null ? await this.store.useRecoveryCode(personId, code) : await this.store.use(personId, step);
    if (!isRight) throw refused('WRONG_CODE', { field: 'code' });
  }

  private step(secret: Buffer, personId: PersonId, code: string): number | null {
    if (!this.seal) return null;
    return stepOf(this.seal.open(secret, personId), code, Date.now());
  }
}
