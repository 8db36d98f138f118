import type { CampaignEventType } from '@rectify/domain';
import type { ReadClass } from '@rectify/event-store';
import type { TimelineRow } from '@rectify/read-models';

/** Lines of the record that say of a person what is confidential: who reported (F3), answered, voted or pledged (F2). */
const classOfLine: Readonly<Partial<Record<CampaignEventType, ReadClass>>> = {
  ProblemReported: 'F3',
  CheckItemAnswered: 'F2',
  ProblemLinked: 'F2',
  ProblemUnlinked: 'F2',
  VoteCast: 'F2',
  PledgeSigned: 'F2',
  PledgeCompared: 'F2',
};

/** The highest class that is shown, and of which problems; null where nothing confidential is. */
export interface Shown {
  readonly class: ReadClass;
  readonly problems: readonly string[];
}

type Line = Pick<TimelineRow, 'type' | 'person_id' | 'problem_id'>;

export const shownInLines = (lines: readonly Line[]): Shown | null => {
  const classed = lines.flatMap((line) => {
    const found = line.person_id === null ? undefined : classOfLine[line.type];
    return found === undefined ? [] : [{ class: found, problem: line.problem_id }];
  });
  if (classed.length === 0) return null;
  const isHighest = classed.some((each) => each.class === 'F3');
  const problems = classed.flatMap(({ problem }) => problem ?? []);
  return { class: isHighest ? 'F3' : 'F2', problems: [...new Set(problems)] };
};

/** The words of reports before their triage, as far as their keys are there. */
export const shownInReports = (reports: Readonly<Record<string, unknown>>): Shown | null => {
  const problems = Object.keys(reports).filter((id) => reports[id]);
  return problems.length === 0 ? null : { class: 'F3', problems };
};
