import type { DelegationView, PersonView, ReadingGrantView } from '@rectify/contracts';
import {
  admits,
  allPosts,
  civilDateOf,
  delegationsOf,
  directoryDecider,
  endedTenuresOf,
  grantsOf,
  holdersOf,
  isAdministrator,
  keepsAccountsOf,
  postsOf,
  readable,
  standingOf,
  unitOf,
  type CivilDate,
  type CommandType,
  type Directory,
  type DirectoryCommand,
  type HeldPost,
  type Instant,
  type PersonId,
  type Scope,
  type UnitId,
} from '@rectify/domain';
import type { NameOf } from './names';

/** The directory as one person sees it at one moment. */
export interface DirectorySeen {
  readonly directory: Directory;
  readonly scope: Scope;
  readonly now: Instant;
}

type Tenure = Readonly<HeldPost> & { readonly to?: CivilDate };

export const heldPosts = (directory: Directory, posts: readonly Tenure[]) =>
  posts.map(({ unitId, post, from, to = null }) => {
    const unit = unitOf(directory, unitId);
    return { unitId, unitCode: unit?.code ?? '', unitName: unit?.name ?? '', post, from, to };
  });

/** Somebody and their place in a list: by unit and post, as a unit's people are listed. */
export interface Placed {
  readonly personId: PersonId;
  readonly place: readonly [unitCode: string, post: number, personId: PersonId];
}

/**
 * Everybody with a post in a unit of the reader's, or in one below whose posts the reader fills, each at the first of
 * these. By way of the posts: an organisation has thousands of people, and a page has few.
 */
export const holdersSeen = ({ directory, scope }: DirectorySeen): readonly Placed[] => {
  const found = new Map<PersonId, Placed>();
  const units = [...new Set([...scope.units, ...scope.filled])].map((unitId) => {
    return { unitId, code: unitOf(directory, unitId)?.code ?? '' };
  });
  for (const { unitId, code } of units.sort((a, b) => (a.code < b.code ? -1 : 1)))
    for (const [at, post] of allPosts.entries())
      for (const personId of holdersOf(directory, unitId, post))
        if (!found.has(personId)) found.set(personId, { personId, place: [code, at, personId] });
  return [...found.values()];
};

/** Where somebody without a post belongs: where they held one, else at the top. */
const placesOf = (directory: Directory, personId: PersonId): readonly (UnitId | null)[] => {
  const { held } = standingOf(directory, personId);
  return held.length > 0 ? held.map(({ unitId }) => unitId) : [directory.root];
};

/** Everybody without a post whom the reader could appoint, let in again or name, by when they were registered. */
export const othersSeen = ({ directory, scope }: DirectorySeen): readonly Placed[] =>
  Object.keys(directory.people)
    .filter(
      (personId) =>
        postsOf(directory, personId).length === 0 &&
        placesOf(directory, personId).some((unit) => admits(readable.formerHolder, scope, { unit })),
    )
    .map((personId) => ({ personId, place: ['', 0, personId] }));

const standingName = (directory: Directory, personId: PersonId): PersonView['standing'] => {
  const { barred } = standingOf(directory, personId);
  if (barred !== null) return barred;
  if (postsOf(directory, personId).length > 0) return 'holdsPost';
  return isAdministrator(directory, personId) ? 'administrator' : 'noPost';
};

const answerTo = ({ directory, scope, now }: DirectorySeen, command: DirectoryCommand) =>
  directoryDecider.decide(directory, command, {
    ...{ directory, now },
    actor: { kind: 'person', personId: scope.personId },
  });

/** Whether the domain would take it and something would come of it. */
const changes = (seen: DirectorySeen, command: DirectoryCommand): boolean => {
  const decision = answerTo(seen, command);
  return decision.ok && decision.events.length > 0;
};

/** When they are away the form asks; whose absence it is to mark, the domain says. */
const mayMarkAway = (seen: DirectorySeen, personId: PersonId): boolean => {
  const today = civilDateOf(seen.now);
  const decision = answerTo(seen, { type: 'MarkAway', data: { personId, from: today, to: today } });
  return decision.ok || decision.refusal.code !== 'NOT_YOURS';
};

const ABOUT_A_PERSON = [
  ...(['RecordLeaving', 'FreezePerson', 'UnfreezePerson'] as const),
  ...(['NameAdministrator', 'ReleaseAdministrator'] as const),
];

/** What else somebody is elsewhere is that unit's. */
const postsSeen = ({ directory, scope }: DirectorySeen, personId: PersonId) =>
  postsOf(directory, personId).filter(({ unitId: unit }) => admits(readable.person, scope, { unit }));

/** By person; empty where they have none. */
export type AccountsOf = (personId: PersonId) => PersonView['accounts'];

export const keeps = ({ directory, scope }: DirectorySeen, personId: PersonId): boolean =>
  keepsAccountsOf(directory, { kind: 'person', personId: scope.personId }, personId);

export const personView = (
  seen: DirectorySeen,
  personId: PersonId,
  nameOf: NameOf,
  accountsOf: AccountsOf,
): PersonView => {
  const { directory, scope, now } = seen;
  const posts = postsSeen(seen, personId);
  const heldBefore = endedTenuresOf(directory, personId).filter(({ unitId: unit }) =>
    admits(readable.formerHolder, scope, { unit }),
  );
  const isAway = mayMarkAway(seen, personId);
  const away = (directory.away[personId] ?? []).filter(({ to }) => to >= civilDateOf(now));
  const may: CommandType[] = [
    ...ABOUT_A_PERSON.filter((type) => changes(seen, { type, data: { personId } })),
    ...(posts.some((held) => changes(seen, { type: 'EndTenure', data: { ...held, personId } }))
      ? (['EndTenure'] as const)
      : []),
    ...(isAway ? (['MarkAway'] as const) : []),
    ...(isAway && away.length > 0 ? (['MarkBack'] as const) : []),
  ];
  return {
    ...{ personId, name: nameOf(personId), posts: heldPosts(directory, posts) },
    ...{ standing: standingName(directory, personId), heldBefore: heldPosts(directory, heldBefore) },
    accounts: keeps(seen, personId) ? accountsOf(personId) : [],
    ...{ away: isAway ? away.map(({ from, to }) => ({ from, to })) : [], may },
  };
};

export type DelegationSeen = Directory['delegations'][string][number];

/** What has not ended, and is the reader's to know. */
export const delegationsSeen = ({ directory, scope, now }: DirectorySeen): readonly DelegationSeen[] =>
  Object.keys(directory.delegations)
    .flatMap((from) => delegationsOf(directory, from, civilDateOf(now)))
    .filter(({ from, to }) => {
      const units = postsOf(directory, from).map(({ unitId }) => unitId);
      const rows = [{ person: from }, { person: to }, ...units.map((unit) => ({ unit }))];
      return rows.some((row) => admits(readable.delegation, scope, row));
    });

export const delegationView = (
  seen: DirectorySeen,
  { id, from, to, powers, startOn, endOn }: DelegationSeen,
  nameOf: NameOf,
): DelegationView => ({
  ...{ id, startOn, endOn, powers: [...powers] as CommandType[] },
  from: { personId: from, name: nameOf(from) },
  to: { personId: to, name: nameOf(to) },
  may: changes(seen, { type: 'RevokeDelegation', data: { delegationId: id, from } })
    ? ['RevokeDelegation']
    : [],
});

export type GrantSeen = ReturnType<typeof grantsOf>[number];

/** What has not ended: one's own, and of units whose posts one fills. */
export const grantsSeen = ({ directory, scope, now }: DirectorySeen): readonly GrantSeen[] =>
  Object.keys(directory.grants)
    .flatMap((unit) => grantsOf(directory, unit, civilDateOf(now)))
    .filter(({ to: person, unitId: unit }) => admits(readable.delegation, scope, { person, unit }));

export const grantView = (
  seen: DirectorySeen,
  { id, to, unitId, reach, on, endOn }: GrantSeen,
  nameOf: NameOf,
): ReadingGrantView => {
  const unit = unitOf(seen.directory, unitId);
  const isTheirs = changes(seen, { type: 'RevokeReading', data: { grantId: id, unitId } });
  return {
    ...{ id, reach, startOn: on, endOn, may: isTheirs ? ['RevokeReading'] : [] },
    to: { personId: to, name: nameOf(to) },
    unit: { unitId, code: unit?.code ?? '', name: unit?.name ?? '' },
  };
};

export const unitsSeen = ({ directory, scope }: DirectorySeen) =>
  Object.entries(directory.units)
    .filter(([unit]) => admits(readable.unit, scope, { unit }))
    .map(([unitId, { code, name, parentId }]) => ({ unitId, code, name, parentId }));
