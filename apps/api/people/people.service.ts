import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import { LIMITS, type MeView, type peopleQuery, type pageQuery } from '@rectify/contracts';
import { isAdministrator, postsOf, scopeOf, type PersonId } from '@rectify/domain';
import { pageAmong } from '@rectify/read-models';
import type { z } from 'zod';
import { AccountsStore } from '../accounts/accounts.store';
import type { Principal } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import {
  delegationsSeen,
  delegationView,
  grantsSeen,
  grantView,
  heldPosts,
  holdersSeen,
  keeps,
  othersSeen,
  personView,
  unitsSeen,
  type AccountsOf,
  type DirectorySeen,
} from './directory.view';
import { Names } from './names';
import { PreferencesStore } from './preferences.store';

type Page = z.infer<typeof pageQuery>;

const asked = ({ cursor, limit }: Page) => ({ after: cursor, limit: limit ?? LIMITS.list.page });

/** Who one is, and what of the directory is one's to see: whoever names an owner needs the people of the own units. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly names: Names,
    private readonly accounts: AccountsStore,
    private readonly preferences: PreferencesStore,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async me({
    personId,
    accountId,
    isPasswordExpired,
    confirmedUntil,
    sessionSeconds,
  }: Principal): Promise<MeView> {
    const [{ directory, now }, account, nameOf, preferences] = await Promise.all([
      this.application.organisation(),
      this.accounts.byId(accountId),
      this.names.of([personId]),
      this.preferences.of(personId),
    ]);
    const { units, inspected, below } = scopeOf(directory, personId);
    return {
      personId,
      name: nameOf(personId),
      account: account?.account ?? '',
      posts: heldPosts(directory, postsOf(directory, personId)),
      administrator: isAdministrator(directory, personId),
      scope: { records: [...units, ...inspected], counts: [...below] },
      mode: this.environment.RECTIFY_MODE,
      passwordExpired: isPasswordExpired,
      confirmedUntil,
      sessionEnds:
        sessionSeconds === null ? null : { idleSeconds: LIMITS.session.idleSeconds, seconds: sessionSeconds },
      preferences,
      now,
    };
  }

  /** Whoever holds a post where the caller reads; with `box=others` who holds none, where the caller fills posts. */
  async people(personId: PersonId, { box, ...page }: z.infer<typeof peopleQuery>) {
    const seen = await this.seenBy(personId);
    const people = box === 'others' ? othersSeen(seen) : holdersSeen(seen);
    const { items, next } = pageAmong(people, asked(page), ({ place }) => place);
    const ids = items.map(({ personId: id }) => id);
    const [nameOf, accountsOf] = await Promise.all([this.names.of(ids), this.accountsOf(seen, ids)]);
    return { items: ids.map((id) => personView(seen, id, nameOf, accountsOf)), next };
  }

  async delegations(personId: PersonId, page: Page) {
    const seen = await this.seenBy(personId);
    const { items, next } = pageAmong(delegationsSeen(seen), asked(page), ({ startOn, id }) => [startOn, id]);
    const nameOf = await this.names.of(items.flatMap(({ from, to }) => [from, to]));
    return { items: items.map((each) => delegationView(seen, each, nameOf)), next };
  }

  async grants(personId: PersonId, page: Page) {
    const seen = await this.seenBy(personId);
    const { items, next } = pageAmong(grantsSeen(seen), asked(page), ({ endOn, id }) => [endOn, id]);
    const nameOf = await this.names.of(items.map(({ to }) => to));
    return { items: items.map((each) => grantView(seen, each, nameOf)), next };
  }

  async units(personId: PersonId, page: Page) {
    return pageAmong(unitsSeen(await this.seenBy(personId)), asked(page), ({ code }) => [code]);
  }

  private async accountsOf(seen: DirectorySeen, people: readonly PersonId[]): Promise<AccountsOf> {
    const rows = await this.accounts.ofPeople(people.filter((id) => keeps(seen, id)));
    return (personId) =>
      rows
        .filter(({ person_id }) => person_id === personId)
        .map(({ id, account }) => ({ accountId: id, account }));
  }

  private async seenBy(personId: PersonId): Promise<DirectorySeen> {
    const { directory, now } = await this.application.organisation();
    return { directory, now, scope: scopeOf(directory, personId) };
  }
}
