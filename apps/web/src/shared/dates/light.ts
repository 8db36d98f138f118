import { daysBetween, isOverdue, type CivilDate } from '@rectify/domain';

/** How a date stands, apart from where its matter stands (ux: two marks, never mixed). */
export type LightKind = 'normal' | 'soon' | 'today' | 'overdue' | 'later';

export interface LightState {
  readonly kind: LightKind;
  /** Days left, or days late. */
  readonly count: number;
}

/** 临期: this many days or fewer are left. */
const SOON_DAYS = 7;

/** `since` ahead of today: it has a date, but nobody can act on it yet. */
export const lightOf = (
  due: { readonly dueOn: CivilDate; readonly since?: CivilDate },
  today: CivilDate,
): LightState => {
  const left = daysBetween(today, due.dueOn);
  if (due.since !== undefined && due.since > today) return { kind: 'later', count: left };
  if (isOverdue(due, today)) return { kind: 'overdue', count: -left };
  if (left === 0) return { kind: 'today', count: 0 };
  return { kind: left <= SOON_DAYS ? 'soon' : 'normal', count: left };
};
