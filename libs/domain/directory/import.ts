/**
 * A whole organisation at once, or nothing of it. Each line of a file is decided by the rule that decides the single
 * command, on what the lines before it would make; so a file can do nothing that its sender could not do by hand.
 */
import type { ActedAs, Decision, Refusal } from '../kernel/kernel';
import { accept, copyOf, refuse } from '../kernel/kernel';
import { isActingAdministrator } from './administrator';
import { authorityOver } from './authority';
import type { OrganisationContext } from './context';
import { holdsPost, isRegistered, unitIdOfCode, unitOf } from './directory-view';
import type { DirectoryEvent } from './directory.events';
import type { Directory, DirectoryState } from './directory.state';
import { evolve } from './directory.state';
import type { ImportedPost, ImportedUnit, ImportOrganisation } from './import.commands';
import { decideProposal } from './proposal';
import { registerPerson, registerUnit } from './registration';
import { appointToPost } from './tenure';

/** Lines of each kind in one file, and facts that may come of it (security.md §6). A larger organisation comes in parts. */
export const IMPORT_LIMITS = { lines: 500, facts: 500 } as const;

export type ImportOutcome = 'added' | 'proposed' | 'unchanged' | 'refused';

/** What would become of one line. A refusal's field is the place in the file, such as `units[3].parent`. */
export interface ImportLine {
  readonly at: string;
  readonly outcome: ImportOutcome;
  readonly refusal: Refusal | null;
}

export interface Import {
  readonly lines: readonly ImportLine[];
  readonly events: readonly DirectoryEvent[];
  readonly as: ActedAs | null;
}

/** The state that the lines so far would make; only this import owns it. */
interface Desk {
  readonly draft: DirectoryState;
  readonly context: OrganisationContext;
  readonly events: DirectoryEvent[];
}

/** Whole or nothing: the first line that is refused says why. */
export const importOrganisation = (
  directory: Directory,
  data: ImportOrganisation['data'],
  context: OrganisationContext,
): Decision<DirectoryEvent> => {
  const read = readImport(directory, data, context);
  if (!read.ok) return read;
  const refusal = read.read.lines.find((line) => line.refusal !== null)?.refusal;
  if (refusal) return { ok: false, refusal };
  const { events, as } = read.read;
  if (events.length > IMPORT_LIMITS.facts)
    return refuse('LIMIT_REACHED', { field: 'posts', params: { max: IMPORT_LIMITS.facts } });
  return accept(events, as);
};

/** Line by line what would happen; the administrator and the secretary of the top unit may ask, and nobody else. */
export const readImport = (
  directory: Directory,
  { units, people, posts }: ImportOrganisation['data'],
  context: OrganisationContext,
): { readonly ok: true; readonly read: Import } | { readonly ok: false; readonly refusal: Refusal } => {
  const { actor } = context;
  const { may, as } = authorityOver(directory, actor, directory.root ?? '');
  if (!may && !isActingAdministrator(directory, actor)) return refuse('NOT_YOURS');
  const kinds = { units, people, posts };
  for (const [field, lines] of Object.entries(kinds))
    if (lines.length > IMPORT_LIMITS.lines)
      return refuse('LIMIT_REACHED', { field, params: { max: IMPORT_LIMITS.lines } });
  const draft = copyOf<DirectoryState>(directory);
  const desk: Desk = { draft, context: { ...context, directory: draft }, events: [] };
  const repeatedUnits = repeated(units.map(({ code }) => code));
  const unitLines = new Map(
    parentsFirst(units).map((at) => {
      const place = `units[${at}]`;
      const line = repeatedUnits.has(at)
        ? refusedLine(place, 'code', { code: 'NOT_UNIQUE', params: { code: units[at]?.code ?? '' } })
        : importUnit(desk, units[at] as ImportedUnit, place);
      return [at, line] as const;
    }),
  );
  const lines = [
    ...units.map((_, at) => unitLines.get(at) as ImportLine),
    ...people.map(({ personId }, at) => importPerson(desk, personId, `people[${at}]`)),
    ...posts.map((post, at) => importPost(desk, post, `posts[${at}]`)),
  ];
  return { ok: true, read: { lines, events: desk.events, as } };
};

const importUnit = (desk: Desk, { unitId, code, name, parent }: ImportedUnit, at: string): ImportLine => {
  const known = unitIdOfCode(desk.draft, code);
  if (known !== undefined) {
    const unit = unitOf(desk.draft, known);
    const above = unit?.parentId ? (unitOf(desk.draft, unit.parentId)?.code ?? null) : null;
    if (unit?.name === name && above === parent) return { at, outcome: 'unchanged', refusal: null };
    // A file adds; it renames and moves nothing that stands in the record by this name and place.
    const field = unit?.name === name ? 'parent' : 'name';
    return refusedLine(at, field, { code: 'UNIT_DIFFERS', params: { code } });
  }
  const parentId = parent === null ? null : unitIdOfCode(desk.draft, parent);
  if (parentId === undefined) return refusedLine(at, 'parent', { code: 'UNIT_UNKNOWN' });
  const decision = registerUnit(desk.draft, { unitId, code, name, parentId }, desk.context);
  return taken(desk, at, decision, { parentId: 'parent', unitId: 'code' });
};

const importPerson = (desk: Desk, personId: string, at: string): ImportLine =>
  isRegistered(desk.draft, personId)
    ? { at, outcome: 'unchanged', refusal: null }
    : taken(desk, at, registerPerson(desk.draft, { personId }, desk.context), { personId: 'account' });

const importPost = (
  desk: Desk,
  { unit, post, personId, from, proposalId }: ImportedPost,
  at: string,
): ImportLine => {
  const { draft, context } = desk;
  const unitId = unitIdOfCode(draft, unit);
  if (unitId === undefined) return refusedLine(at, 'unit', { code: 'UNIT_UNKNOWN' });
  if (!isRegistered(draft, personId)) return refusedLine(at, 'person', { code: 'PERSON_UNKNOWN' });
  const tenure = { unitId, post, personId };
  if (holdsPost(draft, personId, unitId, post)) return { at, outcome: 'unchanged', refusal: null };
  if (!isActingAdministrator(draft, context.actor)) {
    const decision = appointToPost(draft, { ...tenure, ...(from === undefined ? {} : { from }) }, context);
    return taken(desk, at, decision, PLACES);
  }
  const isOpen = Object.values(draft.proposals).some(
    (open) => open.unitId === unitId && open.post === post && open.personId === personId,
  );
  if (isOpen) return { at, outcome: 'unchanged', refusal: null };
  const proposal = { type: 'ProposeAppointment', data: { proposalId, ...tenure } } as const;
  return taken(desk, at, decideProposal(draft, proposal, context), PLACES, 'proposed');
};

/** What the single command calls its fields, in the words of the file. */
type Places = Readonly<Record<string, string>>;
const PLACES: Places = { unitId: 'unit', personId: 'person', proposalId: 'post' };

const taken = (
  { draft, events, context: { now, actor } }: Desk,
  at: string,
  decision: Decision<DirectoryEvent>,
  places: Places,
  outcome: ImportOutcome = 'added',
): ImportLine => {
  if (!decision.ok) {
    const { field = '' } = decision.refusal;
    return refusedLine(at, places[field] ?? field, decision.refusal);
  }
  for (const event of decision.events) evolve(draft, event, { version: 0, at: now, actor });
  events.push(...decision.events);
  return { at, outcome, refusal: null };
};

const refusedLine = (at: string, field: string, refusal: Refusal): ImportLine => ({
  ...{ at, outcome: 'refused' },
  refusal: { ...refusal, field: field === '' ? at : `${at}.${field}` },
});

/** Places of what stood in the list before. */
const repeated = (keys: readonly string[]): ReadonlySet<number> =>
  new Set(keys.flatMap((key, at) => (keys.indexOf(key) < at ? [at] : [])));

/** The places of units, each behind the one above it, in whatever order they stand; of a ring in the order of the file. */
const parentsFirst = (units: readonly ImportedUnit[]): readonly number[] => {
  const placeOf = new Map([...units.entries()].reverse().map(([at, { code }]) => [code, at]));
  const placed = new Set<number>();
  const visit = (at: number, below: ReadonlySet<number>): void => {
    if (placed.has(at) || below.has(at)) return;
    const above = placeOf.get(units[at]?.parent ?? '');
    if (above !== undefined) visit(above, new Set([...below, at]));
    placed.add(at);
  };
  units.forEach((_, at) => visit(at, new Set()));
  return [...placed];
};
