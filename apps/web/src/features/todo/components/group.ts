import { lightOf } from '../../../shared/dates/light';
import type { Obligation } from '../../../shared/api/types';
import type { CivilDate } from '@rectify/domain';

export const groups = ['overdue', 'today', 'soon', 'later'] as const;
export type Group = (typeof groups)[number];

const groupOf = (obligation: Obligation, today: CivilDate): Group => {
  const { kind } = lightOf(obligation, today);
  return kind === 'overdue' || kind === 'today' || kind === 'soon' ? kind : 'later';
};

const codeOf = ({ campaign }: Obligation): string => campaign?.code ?? '';

export interface Grouped {
  readonly group: Group;
  /** How many there are, of which all or some are rows of the page. */
  readonly count: number;
  readonly rows: readonly Obligation[];
}

/** The nearest date first, under 已逾期 · 今天 · 7天内 · 以后; empty groups are left out. */
export const grouped = (obligations: readonly Obligation[], today: CivilDate): Grouped[] => {
  const sorted = [...obligations].sort(
    (a, b) => a.dueOn.localeCompare(b.dueOn) || codeOf(a).localeCompare(codeOf(b)),
  );
  return groups
    .map((group) => ({ group, rows: sorted.filter((row) => groupOf(row, today) === group) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }) => ({ group, count: rows.length, rows }));
};

/** The first rows of all groups together; a group without any of them is not begun. */
export const firstOf = (sections: readonly Grouped[], most: number): Grouped[] => {
  let left = most;
  return sections
    .map((section) => {
      const rows = section.rows.slice(0, left);
      left -= rows.length;
      return { ...section, rows };
    })
    .filter(({ rows }) => rows.length > 0);
};
