import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import { isActive, type PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';

const ACCOUNT = 'SELECT account FROM account WHERE person_id = $1 AND disabled_at IS NULL';

/** Whose accounts keep the installation running: named by its settings, and never somebody who holds a post. */
@Injectable()
export class Administrators {
  private readonly accounts: readonly string[];

  constructor(
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ENVIRONMENT) { ADMIN_ACCOUNTS }: Environment,
  ) {
    this.accounts = ADMIN_ACCOUNTS.split(',').map((account) => account.trim());
  }

  async has(personId: PersonId): Promise<boolean> {
    const [found] = await rowsOf<{ account: string }>(this.pool, 'account_of_person', ACCOUNT, [personId]);
    if (!found || !this.accounts.includes(found.account)) return false;
    const { directory } = await this.application.organisation();
    return !isActive(directory, personId);
  }
}
