import type { CivilDate, Id } from '../kernel/kernel';
import type { Holder, ObligationKind } from '../obligation/obligation';
import { liveProblems, type Campaign, type ReadonlyProblem } from './campaign.state';
import * as duties from './duties';
import { obligations } from './obligations';
import type { GivenDate } from './rectification.state';
import { isInForce } from './summary';

/** One line of the 整改行事历: a measure, a problem as a whole, or the next review of what is kept up. */
export interface CalendarRow {
  readonly kind: 'measure' | 'problem' | 'review';
  readonly problemId: Id;
  readonly measureId: Id | null;
  readonly owner: Holder;
  readonly dueOn: CivilDate;
  /** The date rests on a year without an official notice. */
  readonly provisional: boolean;
  /** The day of the claim, of the measure's end or of the first result; null while it is owed. */
  readonly doneOn: CivilDate | null;
  /** Every date it ever had, in the order in which they were given, and why; the last is the present one. */
  readonly dates: readonly Omit<GivenDate, 'measureId'>[];
}

/**
 * 整改行事历: every measure and problem whose plan is in force, by its date. What is still owed stands as it is owed, with
 * its dating; what is done, as it was given.
 */
export const rectificationCalendar = (campaign: Campaign): readonly CalendarRow[] =>
  liveProblems(campaign)
    .filter(({ status }) => isInForce(status))
    .flatMap((problem) => [...ofMeasures(campaign, problem), ...ofProblem(campaign, problem)])
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

const ofMeasures = (campaign: Campaign, problem: ReadonlyProblem): CalendarRow[] =>
  (problem.plan?.measures ?? []).map((measure) => ({
    kind: 'measure',
    problemId: problem.id,
    measureId: measure.id,
    owner: duties.measureOwner(campaign, problem, measure),
    ...dateOf(campaign, 'finishMeasure', measure.id, measure.dueOn),
    doneOn: measure.finished?.on ?? null,
    dates: datesOf(problem, measure.id),
  }));

const ofProblem = (campaign: Campaign, problem: ReadonlyProblem): CalendarRow[] => {
  const { id: problemId, dueOn, claim, closed, sustained } = problem;
  const row = { problemId, measureId: null, doneOn: claim?.on ?? closed?.on ?? sustained?.since ?? null };
  const owner = duties.owner(campaign, problem);
  const own: CalendarRow[] =
    dueOn === null
      ? []
      : [
          {
            kind: 'problem',
            ...row,
            owner,
            ...dateOf(campaign, 'claimCompletion', problemId, dueOn),
            dates: datesOf(problem, null),
          },
        ];
  const review = owedAbout(campaign, 'reviewSustained', problemId);
  if (!review) return own;
  const { holder, dueOn: reviewOn, provisional } = review;
  const next = { kind: 'review' as const, ...row, owner: holder, dueOn: reviewOn, provisional };
  return [...own, { ...next, doneOn: null, dates: [] }];
};

const owedAbout = (campaign: Campaign, kind: ObligationKind, id: Id) =>
  obligations(campaign).find((owed) => owed.kind === kind && owed.subject.id === id);

/** As it is owed; where it is not owed any more, the date that stands. */
const dateOf = (campaign: Campaign, kind: ObligationKind, id: Id, standing: CivilDate) => {
  const owed = owedAbout(campaign, kind, id);
  return { dueOn: owed?.dueOn ?? standing, provisional: owed?.provisional ?? false };
};

const datesOf = ({ dates }: ReadonlyProblem, of: Id | null): CalendarRow['dates'] =>
  dates.filter(({ measureId }) => measureId === of).map(({ dueOn, why, on }) => ({ dueOn, why, on }));
