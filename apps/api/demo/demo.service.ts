import { Inject, Injectable } from '@nestjs/common';
import { text } from '@rectify/i18n';
import { AccountsStore } from '../accounts/accounts.store';
import { notFound } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { COMMON_PASSWORD, demoPeople, unitNameOf } from './organisation';

/** Who can be signed in as, in a demonstration. */
@Injectable()
export class DemoService {
  constructor(
    private readonly store: AccountsStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async accounts() {
    if (this.environment.RECTIFY_MODE !== 'demo') throw notFound();
    const known = await Promise.all(demoPeople.map(({ account }) => this.store.byName(account)));
    const items = demoPeople
      .filter((_person, index) => known[index]?.ready)
      .map(({ account, name, unit, post }) => ({
        account,
        name,
        unit: unitNameOf(unit),
        post: text('zh-CN', `post.${post}`),
        password: COMMON_PASSWORD,
      }));
    return { items, next: null };
  }
}
