import { postsOf, type Directory, type DirectoryEvent, type PersonId, type Recorded } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange } from '../kernel/projection';
import type { TenureRow } from './tenure.table';

/** Events of the directory, read on the state before them. */
export interface DirectoryHappening {
  readonly stream: string;
  readonly before: Directory;
  readonly recorded: readonly (Recorded & { readonly event: DirectoryEvent })[];
}

type Post = Pick<TenureRow, 'unit_id' | 'post' | 'person_id'>;
type Line = Post & Partial<Pick<TenureRow, 'from_on' | 'to_on' | 'reason'>>;

/** A line a post that an event is about. */
export const project = ({ stream, before, recorded }: DirectoryHappening): TableChange =>
  tableChange(
    recorded.flatMap(({ event, version, at, actor }) =>
      linesOf(before, event).map((line, index): TenureRow => ({
        ...{ stream, version, line: index, at, type: event.type as TenureRow['type'] },
        ...{ from_on: null, to_on: null, reason: null, ...line },
        by_person: actor.kind === 'person' ? actor.personId : null,
        by_unit: (actor.kind === 'person' && actor.unitId) || null,
        by_post: (actor.kind === 'person' && actor.post) || null,
      })),
    ),
  );

const linesOf = (before: Directory, event: DirectoryEvent): readonly Line[] => {
  switch (event.type) {
    case 'AppointedToPost': {
      const { unitId: unit_id, post, personId: person_id, from } = event.data;
      return [{ unit_id, post, person_id, from_on: from }];
    }
    case 'TenureEnded': {
      const { unitId, post, personId, on } = event.data;
      return ended(before, personId, on).filter((held) => held.unit_id === unitId && held.post === post);
    }
    // Of those who hold nothing there is no line: they leave no post.
    case 'PersonLeft':
    case 'PersonFrozen':
      return ended(before, event.data.personId, event.data.on);
    case 'PersonUnfrozen': {
      const { personId: person_id, posts, on: from_on } = event.data;
      return posts.map(({ unitId: unit_id, post }) => ({ unit_id, post, person_id, from_on }));
    }
    case 'AppointmentProposed': {
      const { unitId: unit_id, post, personId: person_id } = event.data;
      return [{ unit_id, post, person_id }];
    }
    case 'AppointmentConfirmed':
      return proposed(before, event.data.proposalId);
    case 'AppointmentDeclined': {
      const { proposalId, reason } = event.data;
      return proposed(before, proposalId).map((line) => ({ ...line, reason }));
    }
    case 'UnitRegistered':
    case 'PersonRegistered':
    case 'AbsenceMarked':
    case 'AbsenceEnded':
    case 'PowersDelegated':
    case 'DelegationRevoked':
    case 'ReadingGranted':
    case 'ReadingRevoked':
    case 'AdministratorNamed':
    case 'AdministratorReleased':
      return [];
  }
};

const ended = (before: Directory, person_id: PersonId, to_on: string): readonly Line[] =>
  postsOf(before, person_id).map(({ unitId: unit_id, post, from: from_on }) => ({
    ...{ unit_id, post, person_id, from_on, to_on },
  }));

const proposed = ({ proposals }: Directory, id: string): readonly Post[] => {
  const proposal = Object.hasOwn(proposals, id) ? proposals[id] : undefined;
  if (!proposal) return [];
  const { unitId: unit_id, post, personId: person_id } = proposal;
  return [{ unit_id, post, person_id }];
};
