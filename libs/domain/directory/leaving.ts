/** Leaving and freezing (security.md §2.4): one fact, after which a person can do nothing and read nothing. */
import { civilDateOf } from '../calendar/civil-date';
import type { Decision, PersonId } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { authorityOverPerson } from './authority';
import type { OrganisationContext } from './context';
import { holdersOf, isRegistered, standingOf } from './directory-view';
import { endDelegationsOf } from './delegation';
import { endGrantsOf } from './grant';
import type { Directory, DirectoryState, HeldPost } from './directory.state';
import type { LeavingCommand } from './leaving.commands';
import type { LeavingEvent } from './leaving.events';
import { postRule } from './posts';
import { begin, end } from './tenures';

/** Said twice it is accepted and changes nothing. */
export const decideLeaving = (
  directory: Directory,
  { type, data: { personId } }: LeavingCommand,
  { actor, now }: OrganisationContext,
): Decision<LeavingEvent> => {
  const { may, as } = authorityOverPerson(directory, actor, personId);
  if (!may) return refuse('NOT_YOURS');
  if (!isRegistered(directory, personId)) return refuse('NOT_FOUND', { field: 'personId' });
  const { barred, held } = standingOf(directory, personId);
  const on = civilDateOf(now);
  switch (type) {
    case 'RecordLeaving':
      return accept<LeavingEvent>(
        barred === 'left' ? [] : [{ type: 'PersonLeft', data: { personId, on } }],
        as,
      );
    case 'FreezePerson':
      if (barred === 'left') return refuse('PERSON_LEFT', { field: 'personId' });
      return accept<LeavingEvent>(
        barred === 'frozen' ? [] : [{ type: 'PersonFrozen', data: { personId, on } }],
        as,
      );
    case 'UnfreezePerson': {
      if (barred !== 'frozen') return accept<LeavingEvent>([], as);
      const posts = held
        .filter((each) => isFree(directory, each))
        .map(({ unitId, post }) => ({ unitId, post }));
      return accept<LeavingEvent>([{ type: 'PersonUnfrozen', data: { personId, posts, on } }], as);
    }
  }
};

const isFree = (directory: Directory, { unitId, post }: HeldPost): boolean =>
  !postRule(post).one || holdersOf(directory, unitId, post).length === 0;

/** Neither holds anything any more; what they held is kept aside: of the frozen to come back, of both to say whose they were. */
export const evolveLeaving = (draft: DirectoryState, event: LeavingEvent, version: number): void => {
  const { personId } = event.data;
  switch (event.type) {
    case 'PersonLeft':
    case 'PersonFrozen': {
      const isLeaving = event.type === 'PersonLeft';
      const held = [...(draft.standing[personId]?.held ?? []), ...end(draft, personId, event.data.on)];
      endDelegationsOf(draft, personId);
      endGrantsOf(draft, personId);
      delete draft.administrators[personId];
      for (const [id, proposal] of Object.entries(draft.proposals))
        if (proposal.personId === personId) delete draft.proposals[id];
      draft.standing[personId] = {
        epoch: version,
        barred: isLeaving ? 'left' : 'frozen',
        held,
      };
      if (isLeaving) delete draft.away[personId];
      return;
    }
    case 'PersonUnfrozen':
      // Another tenure: what was frozen has ended.
      for (const held of event.data.posts) begin(draft, personId, { ...held, from: event.data.on });
      admit(draft, personId);
      return;
  }
};

/** They may come in again, under a new session: the epoch stays. */
export const admit = (draft: DirectoryState, personId: PersonId): void => {
  const standing = draft.standing[personId];
  if (standing) draft.standing[personId] = { epoch: standing.epoch, barred: null, held: [] };
};
