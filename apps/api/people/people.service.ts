import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import type { MeView } from '@rectify/contracts';
import {
  admits,
  holdersOf,
  postsOf,
  POSTS,
  readable,
  scopeOf,
  unitOf,
  type Directory,
  type PersonId,
  type Post,
} from '@rectify/domain';
import { AccountsStore } from '../accounts/accounts.store';
import type { Principal } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { Names } from './names';

const heldPosts = (directory: Directory, personId: PersonId) =>
  postsOf(directory, personId).map(({ unitId, post }) => {
    const unit = unitOf(directory, unitId);
    return { unitId, unitCode: unit?.code ?? '', unitName: unit?.name ?? '', post };
  });

/** Who one is, and the people of one's own units: whoever names an owner needs them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly names: Names,
    private readonly accounts: AccountsStore,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async me({ personId, isPasswordExpired, confirmedUntil }: Principal): Promise<MeView> {
    const [{ directory, now }, account, nameOf] = await Promise.all([
      this.application.organisation(),
      this.accounts.byPerson(personId),
      this.names.of([personId]),
    ]);
    const { units, below } = scopeOf(directory, personId);
    return {
      personId,
      name: nameOf(personId),
      account: account?.account ?? '',
      posts: heldPosts(directory, personId),
      scope: { records: [...units], counts: [...below] },
      mode: this.environment.RECTIFY_MODE,
      passwordExpired: isPasswordExpired,
      confirmedUntil,
      now,
    };
  }

  /** Everybody with a post in a unit of the caller's, or in one below whose posts the caller fills. One page. */
  async ofOwnUnits(personId: PersonId) {
    const { directory } = await this.application.organisation();
    const scope = scopeOf(directory, personId);
    const units = new Set([...scope.units, ...scope.filled]);
    const posts = Object.keys(POSTS) as Post[];
    const people = [
      ...new Set([...units].flatMap((unitId) => posts.flatMap((post) => holdersOf(directory, unitId, post)))),
    ];
    const nameOf = await this.names.of(people);
    // What else somebody is elsewhere is that unit's.
    const isReadable = ({ unitId: unit }: { unitId: string }) => admits(readable.person, scope, { unit });
    const items = people.map((id) => ({
      personId: id,
      name: nameOf(id),
      posts: heldPosts(directory, id).filter(isReadable),
    }));
    return { items, next: null };
  }
}
