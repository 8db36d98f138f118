import type { ReadClass } from '@rectify/event-store';
import type { ShownLine } from '@rectify/read-models';

/** The highest class that is shown, and of which problems; null where nothing is whose reading is recorded. */
export interface Shown {
  readonly class: ReadClass;
  readonly problems: readonly string[];
}

type Line = Pick<ShownLine, 'shown' | 'problem_id'>;

/** Lines that say of a person what is confidential: who reported (F3), answered, voted or pledged (F2). */
export const shownInLines = (lines: readonly Line[]): Shown | null => {
  const classed = lines.filter(({ shown }) => shown === 'F2' || shown === 'F3');
  if (classed.length === 0) return null;
  const problems = classed.flatMap(({ problem_id }) => problem_id ?? []);
  return {
    class: classed.some(({ shown }) => shown === 'F3') ? 'F3' : 'F2',
    problems: [...new Set(problems)],
  };
};

/** The words of reports before their triage, as far as their keys are there. */
export const shownInReports = (reports: Readonly<Record<string, unknown>>): Shown | null => {
  const problems = Object.keys(reports).filter((id) => reports[id]);
  return problems.length === 0 ? null : { class: 'F3', problems };
};
