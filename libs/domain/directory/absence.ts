/** Absence before delegation: while somebody is away, what their post owes is shown to the next of the duty's list. */
import { addDays, civilDateOf, daysBetween, isCivilDate } from '../calendar/civil-date';
import type { CivilDate, Decision, PersonId } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import type { MarkAway, MarkBack } from './absence.commands';
import { authorityOver, type Authority } from './authority';
import type { OrganisationContext } from './context';
import { entrustedOn } from './delegation';
import { isRegistered, postsOf } from './directory-view';
import type { AbsenceEvent } from './directory.events';
import type { Directory, DirectoryState } from './directory.state';
import { inspectionsOn } from './grant';

export const ABSENCE_LIMITS = { days: 366, ahead: 10 } as const;

/** The person themselves while they hold a post, the secretary of a unit where they do, or of one above. */
const authority = (directory: Directory, { actor }: OrganisationContext, personId: PersonId): Authority => {
  const held = postsOf(directory, personId);
  const [own] = held;
  if (actor.kind === 'person' && actor.personId === personId && own) {
    return { may: true, as: { unitId: own.unitId, post: own.post } };
  }
  const over = held.map(({ unitId }) => authorityOver(directory, actor, unitId)).find(({ may }) => may);
  return over ?? (actor.kind === 'system' ? { may: true, as: null } : { may: false, as: null });
};

export const markAway = (
  directory: Directory,
  { personId, from, to }: MarkAway['data'],
  context: OrganisationContext,
): Decision<AbsenceEvent> => {
  const { may, as } = authority(directory, context, personId);
  if (!may) return refuse('NOT_YOURS');
  if (!isRegistered(directory, personId)) return refuse('NOT_FOUND', { field: 'personId' });
  const on = civilDateOf(context.now);
  if (!isCivilDate(from)) return refuse('INVALID', { field: 'from' });
  if (!isCivilDate(to) || to < from) return refuse('INVALID', { field: 'to' });
  if (from < on) return refuse('START_IN_PAST', { field: 'from' });
  const max = ABSENCE_LIMITS.days;
  if (daysBetween(from, to) >= max || daysBetween(on, from) > max)
    return refuse('OUT_OF_BOUNDS', { field: 'to', params: { min: 1, max } });
  const ahead = (directory.away[personId] ?? []).filter((each) => each.to >= on);
  if (ahead.some((each) => each.from === from && each.to === to)) return accept<AbsenceEvent>([], as);
  if (ahead.some((each) => each.from <= to && from <= each.to))
    return refuse('ABSENCE_OVERLAPS', { field: 'from' });
  if (ahead.length >= ABSENCE_LIMITS.ahead)
    return refuse('LIMIT_REACHED', { field: 'personId', params: { max: ABSENCE_LIMITS.ahead } });
  return accept<AbsenceEvent>([{ type: 'AbsenceMarked', data: { personId, from, to, on } }], as);
};

export const markBack = (
  directory: Directory,
  { personId, from }: MarkBack['data'],
  context: OrganisationContext,
): Decision<AbsenceEvent> => {
  const { may, as } = authority(directory, context, personId);
  if (!may) return refuse('NOT_YOURS');
  const known = directory.away[personId]?.find((each) => each.from === from);
  if (!known) return refuse('ABSENCE_UNKNOWN', { field: 'from' });
  const on = civilDateOf(context.now);
  if (known.to < on) return refuse('ALREADY_DECIDED', { params: { on: known.to } });
  return accept<AbsenceEvent>([{ type: 'AbsenceEnded', data: { personId, from, on } }], as);
};

/** What becomes of absences: those that are over are forgotten with the next one; the log keeps them. */
export const evolveAbsence = (draft: DirectoryState, { type, data }: AbsenceEvent): void => {
  const { personId, from, on } = data;
  const known = draft.away[personId] ?? [];
  if (type === 'AbsenceMarked') {
    draft.away[personId] = [...known.filter(({ to }) => to >= on), { from, to: data.to }];
    return;
  }
  draft.away[personId] = known.flatMap((each) => {
    if (each.from !== from) return [each];
    return from < on ? [{ from, to: addDays(on, -1) }] : [];
  });
};

/**
 * The directory as it is attended on a day: whoever is away then is absent, and the day after they are not;
 * what was entrusted and what somebody may read for a while count as long as their days last.
 * Nothing is written for it. Whatever resolves a holder is to be given this one.
 */
export const attendedOn = (directory: Directory, today: CivilDate): Directory =>
  attended(directory, [today], () => {
    const absent = Object.entries(directory.away)
      .filter(([, absences]) => absences.some(({ from, to }) => from <= today && today <= to))
      .map(([personId]) => [personId, true] as const);
    const entrusted = entrustedOn(directory, today);
    const inspecting = inspectionsOn(directory, today);
    const isPlain = [absent, Object.keys(entrusted), Object.keys(inspecting)].every(
      ({ length }) => length === 0,
    );
    return isPlain ? directory : { ...directory, absent: Object.fromEntries(absent), entrusted, inspecting };
  });

const attended = remembering<Directory, Directory>();

export const isAbsent = (directory: Directory, personId: PersonId): boolean =>
  Object.hasOwn(directory.absent, personId);
