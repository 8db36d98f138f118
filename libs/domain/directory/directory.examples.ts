/** An example organisation for specs: a committee above a branch above a group, with a few people. */
import type { Actor } from '../kernel/kernel';
import type { OrganisationContext } from './context';
import type { DirectoryEvent } from './directory.events';
import type { DirectoryState } from './directory.state';
import { evolve, initialState } from './directory.state';
import type { Post } from './posts';

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const [committee, branch, group, otherBranch] = [id(1), id(2), id(3), id(4)] as [
  string,
  string,
  string,
  string,
];
export const [alice, bob, carol, dora, eve] = [id(11), id(12), id(13), id(14), id(15)] as [
  string,
  string,
  string,
  string,
  string,
];
/** A registered unit or person never has this id. */
export const nobody = id(99);

/** `bob` is the committee's secretary, `carol` the branch's; `alice` holds two posts there; `eve` holds none. */
export const secretaryOf = { committee: bob, branch: carol } as const;

export const registered = (unitId: string, code: string, parentId: string | null): DirectoryEvent => ({
  type: 'UnitRegistered',
  data: { unitId, code, name: `单位${code}`, parentId },
});
export const person = (personId: string): DirectoryEvent => ({
  type: 'PersonRegistered',
  data: { personId },
});
export const appointed = (unitId: string, post: Post, personId: string): DirectoryEvent => ({
  type: 'AppointedToPost',
  data: { unitId, post, personId, from: '2026-01-05' },
});

export const organisation: readonly DirectoryEvent[] = [
  registered(committee, 'QW', null),
  registered(branch, 'QW-01', committee),
  registered(group, 'QW-01-1', branch),
  registered(otherBranch, 'QW-02', committee),
  ...[alice, bob, carol, dora, eve].map(person),
  appointed(committee, 'secretary', bob),
  appointed(committee, 'supervisor', dora),
  appointed(branch, 'secretary', carol),
  appointed(branch, 'organisationMember', alice),
  appointed(branch, 'disciplineMember', alice),
  appointed(branch, 'organisationMember', dora),
];

export const directoryOf = (events: readonly DirectoryEvent[] = organisation): DirectoryState => {
  const state = initialState();
  events.forEach((event, index) =>
    evolve(state, event, { version: index + 1, at: '2026-01-05T01:00:00.000Z', actor: { kind: 'system' } }),
  );
  return state;
};

/** The day of every command here, in Shanghai. */
export const on = '2026-03-04';

/** The context of a command by a person of the example organisation, or by the system. */
export const context = (
  personId?: string,
  events: readonly DirectoryEvent[] = organisation,
): OrganisationContext => {
  const actor: Actor = personId === undefined ? { kind: 'system' } : { kind: 'person', personId };
  return { now: '2026-03-03T16:30:00.000Z', actor, directory: directoryOf(events) };
};
