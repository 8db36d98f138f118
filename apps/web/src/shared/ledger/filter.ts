import type { CivilDate, PersonId, ProblemStatus } from '@rectify/domain';
import type { Problem } from '../api/types';
import { lightOf, type LightKind } from '../dates/light';
import { nextDue } from '../problem/next-due';
import { everyStatus, type LedgerView, type LightFilter, type SortKey } from './view';

/** Shown only where they are asked for: nothing is put right there. */
const OUT_OF_THE_WAY: readonly ProblemStatus[] = ['excluded', 'handedOver', 'merged', 'split', 'terminated'];

export interface Reckoned {
  readonly today: CivilDate;
  readonly me: PersonId | null;
}

/** How the date of a problem stands; null where nothing is awaited. */
export const lightKindOf = (problem: Problem, today: CivilDate): LightKind | 'done' | null => {
  if (problem.closed) return 'done';
  const due = nextDue(problem);
  return due === null ? null : lightOf({ dueOn: due }, today).kind;
};

const hasLight = (problem: Problem, wanted: LightFilter, today: CivilDate): boolean => {
  const kind = lightKindOf(problem, today);
  return wanted === 'soon' ? kind === 'soon' || kind === 'today' : kind === wanted;
};

const isOf = (people: readonly { readonly personId: PersonId }[], me: PersonId | null): boolean =>
  people.some(({ personId }) => personId === me);

type Filter = Pick<LedgerView, 'status' | 'light' | 'owner' | 'waits' | 'aspect'>;

export const isShown = (problem: Problem, filter: Filter, { today, me }: Reckoned): boolean =>
  (filter.status.length > 0
    ? filter.status.includes(problem.status)
    : !OUT_OF_THE_WAY.includes(problem.status)) &&
  (filter.light === null || hasLight(problem, filter.light, today)) &&
  (filter.owner === null || isOf(problem.owner.people, me)) &&
  (filter.waits === null || problem.waitsFor.some(({ holder }) => isOf(holder.people, me))) &&
  (filter.aspect === null || problem.aspect.code === filter.aspect);

/** Behind everything that has a code, a date or a light. */
const LAST = '\uffff';

const LIGHTS: readonly (LightKind | 'done')[] = ['overdue', 'today', 'soon', 'normal', 'later', 'done'];

const ownersOf = ({ owner }: Problem): string => owner.people.map(({ name }) => name).join() || LAST;

const rankOf = (problem: Problem, by: Exclude<SortKey, 'code'>, today: CivilDate): string | number => {
  switch (by) {
    case 'aspect':
      return problem.aspect.code;
    case 'owner':
      return ownersOf(problem);
    case 'dueOn':
      return problem.dueOn ?? LAST;
    case 'light': {
      const kind = lightKindOf(problem, today);
      return kind === null ? LIGHTS.length : LIGHTS.indexOf(kind);
    }
    case 'status':
      return everyStatus.indexOf(problem.status);
  }
};

/**
 * By number is as they come: campaign by campaign, by number, and behind these what has none yet. So the first rows can
 * be shown before the last have come. Rows of one rank keep that order.
 */
export const sorted = (
  problems: readonly Problem[],
  { by, descending }: LedgerView['sort'],
  today: CivilDate,
): Problem[] => {
  if (by === 'code') return descending ? [...problems].reverse() : [...problems];
  const ranked = problems.map((problem) => ({ problem, rank: rankOf(problem, by, today) }));
  const way = descending ? -1 : 1;
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -way : a.rank > b.rank ? way : 0))
    .map(({ problem }) => problem);
};

export const rowsOf = (problems: readonly Problem[], view: LedgerView, at: Reckoned): Problem[] =>
  sorted(
    problems.filter((problem) => isShown(problem, view, at)),
    view.sort,
    at.today,
  );

/** One press: a filter and how many rows it lets through. */
export const chips: readonly { readonly key: string; readonly filter: Partial<Filter> }[] = [
  { key: 'all', filter: {} },
  { key: 'overdue', filter: { light: 'overdue' } },
  { key: 'soon', filter: { light: 'soon' } },
  { key: 'waits', filter: { waits: 'me' } },
  { key: 'accepting', filter: { status: ['claimed', 'reviewed', 'accepted'] } },
  { key: 'sustained', filter: { status: ['sustained'] } },
  { key: 'closed', filter: { status: ['closed'] } },
];

const same = (one: Filter, other: Filter): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A chip leaves aspect and owner as they are; its number is of the rows that pressing it would show. */
export const chipsOf = (problems: readonly Problem[], view: LedgerView, at: Reckoned) => {
  const { status, light, owner, waits, aspect } = view;
  const present: Filter = { status, light, owner, waits, aspect };
  return chips.map(({ key, filter }) => {
    const then: Filter = { status: [], light: null, owner, waits: null, aspect, ...filter };
    const count = problems.filter((problem) => isShown(problem, then, at)).length;
    return { key, then, count, isPressed: same(present, then) };
  });
};

/** The aspects that have a problem, each once. */
export const aspectsOf = (problems: readonly Problem[]): Problem['aspect'][] => {
  const byCode = new Map(problems.map(({ aspect }) => [aspect.code, aspect]));
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
};

export const hiddenCount = (problems: readonly Problem[]): number =>
  problems.filter(({ status }) => OUT_OF_THE_WAY.includes(status)).length;
export const outOfTheWay = OUT_OF_THE_WAY;
