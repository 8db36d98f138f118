import { Inject, Injectable } from '@nestjs/common';
import type { Application, Handled } from '@rectify/application';
import type { createAccount } from '@rectify/contracts';
import {
  ACCOUNT_LIMITS,
  beginsPasswordOf,
  directoryDecider,
  keepsAccountsOf,
  type Actor,
  type DirectoryCommand,
  type Id,
  type PersonId,
} from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import { saveProfile } from '@rectify/read-models';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { notFound, refused } from '../errors/problem';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { AccountsStore, type Account, type Owner } from './accounts.store';
import { assertPassword } from './assert-password';
import { hashPassword, newSecret } from './secrets';

type NewAccount = z.infer<typeof createAccount>;

/** What creating an account may be refused with beside the request itself: by the directory, or by another account. */
export const ofAccounts = [
  ...(['NOT_YOURS', 'NOT_FOUND', 'INVALID', 'POST_TAKEN', 'LIMIT_REACHED', 'ALREADY_EXISTS'] as const),
  ...(['ACCOUNT_TAKEN', 'KEY_REUSED', 'KEY_IN_FLIGHT', 'CONTENDED', 'RATE_LIMITED'] as const),
] as const;

/** Creates and disables accounts. Persons and posts are commands like everything else; only the account stands beside the log. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsStore,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /**
   * The account is reserved first, with the person's id, so that a creation that was interrupted ends with the same
   * person when it is asked for again. Throws what the directory refuses.
   */
  async create(actor: Actor, { account, password, name, email, appoint }: NewAccount): Promise<Owner> {
    const by = actor.kind === 'person' ? actor.personId : null;
    await this.rehearse(actor, appoint);
    const owner = await this.accounts.reserve(uuidv7(), account, await hashPassword(password), by);
    if (owner === null) throw refused('ACCOUNT_TAKEN', { field: 'account' });
    const { personId, accountId } = owner;
    try {
      await this.send(actor, `account:${personId}:person`, { type: 'RegisterPerson', data: { personId } });
      if (appoint) {
        await this.send(actor, `account:${personId}:post`, {
          type: 'AppointToPost',
          data: { ...appoint, personId },
        });
      }
    } catch (error) {
      await this.accounts.release(accountId);
      throw error;
    }
    await saveProfile(this.pool, { person_id: personId, name, email: email ?? null });
    await this.accounts.complete(accountId);
    return owner;
  }

  /** One more account for somebody who is there. Nobody knows its password: whoever may begin one hands over a link. */
  async add(by: PersonId, personId: PersonId, account: string): Promise<Owner> {
    await this.assertKeeps(by, personId);
    const { perPerson } = ACCOUNT_LIMITS;
    if ((await this.accounts.ofPeople([personId])).length >= perPerson)
      throw refused('LIMIT_REACHED', { params: { max: perPerson } });
    const accountId = await this.accounts.add(personId, account, await hashPassword(newSecret()), by);
    if (accountId === null) throw refused('ACCOUNT_TAKEN', { field: 'account' });
    return { personId, accountId };
  }

  /** Throws VALIDATION where the installation's policy does not take the password. */
  assertAcceptable(password: string, account: string, field: string): void {
    assertPassword(this.environment.PASSWORD_POLICY, password, account, field);
  }

  /** Ends an account; nobody their own. */
  async disable(by: PersonId, accountId: Id): Promise<void> {
    const { person_id: personId } = await this.openOne(accountId);
    await this.assertKeeps(by, personId);
    await this.accounts.disable(accountId);
  }

  /** The account for which somebody may begin a new password. Throws NOT_YOURS for one's own, NOT_FOUND otherwise. */
  async assertBegins(by: PersonId, accountId: Id): Promise<Owner> {
    const { person_id: personId } = await this.openOne(accountId);
    if (by === personId) throw refused('NOT_YOURS');
    const { directory } = await this.application.organisation();
    if (!beginsPasswordOf(directory, { kind: 'person', personId: by }, personId)) throw notFound();
    return { personId, accountId };
  }

  private async openOne(accountId: Id): Promise<Account> {
    const account = await this.accounts.byId(accountId);
    if (!account || account.disabled) throw notFound();
    return account;
  }

  private async assertKeeps(by: PersonId, personId: PersonId): Promise<void> {
    if (by === personId) throw refused('NOT_YOURS');
    const { directory } = await this.application.organisation();
    if (!keepsAccountsOf(directory, { kind: 'person', personId: by }, personId)) throw notFound();
  }

  /** Asks the directory whether it would accept, before anything is written: a refused appointment leaves no person behind. */
  private async rehearse(actor: Actor, appoint: NewAccount['appoint']): Promise<void> {
    const { directory, now } = await this.application.organisation();
    const personId = uuidv7();
    const context = { now, actor, directory };
    const known = { ...directory, people: { ...directory.people, [personId]: [] } };
    const decisions = [
      directoryDecider.decide(directory, { type: 'RegisterPerson', data: { personId } }, context),
      ...(appoint
        ? [directoryDecider.decide(known, { type: 'AppointToPost', data: { ...appoint, personId } }, context)]
        : []),
    ];
    for (const decision of decisions)
      if (!decision.ok) throw refused(decision.refusal.code, decision.refusal);
  }

  private async send(actor: Actor, id: string, command: DirectoryCommand): Promise<void> {
    const key =
      actor.kind === 'person'
        ? ({ space: 'person', principal: actor.personId, id } as const)
        : ({ space: 'system', principal: 'accounts', id } as const);
    const handled: Handled = await this.application.handle(
      { aggregate: 'directory', command },
      { actor, key, payloadHash: payloadHash(command.data) },
    );
    if (!handled.ok) throw refused(handled.refusal.code, handled.refusal);
  }
}
