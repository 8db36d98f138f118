import type { CampaignCalendarView } from '@rectify/contracts';
import {
  admits,
  isOverdue,
  mayRead,
  readable,
  rectificationCalendar,
  resolveHolder,
  type CivilDate,
} from '@rectify/domain';
import type { Seen } from '../access/campaign-access';
import { waitsForView } from '../obligations/obligation.view';
import type { NameOf } from '../people/names';

/** The rows that are this reader's, with who does them now. */
export const calendarRows = ({ standing: { campaign, directory }, scope }: Seen) =>
  rectificationCalendar(campaign)
    .filter(({ problemId: problem }) => admits(readable.problem, scope, { unit: campaign.unitId, problem }))
    .map((row) => ({ row, owner: resolveHolder(row.owner, directory, campaign.unitId) }));

type Item = CampaignCalendarView['items'][number];
const KINDS: readonly Item['kind'][] = ['measure', 'problem', 'review'];

/** By date; what falls on one day by problem, its measures first. */
export const placeOfItem = ({ dueOn, problem, kind, measure }: Item) =>
  [dueOn, problem.code ?? '', problem.id, KINDS.indexOf(kind), measure?.id ?? ''] as const;

export const calendarItems = (seen: Seen, today: CivilDate, nameOf: NameOf): CampaignCalendarView['items'] =>
  calendarRows(seen).map(({ row, owner }) => {
    const { campaign } = seen.standing;
    const { kind, problemId, measureId, dueOn, provisional, doneOn, dates } = row;
    const problem = campaign.problems[problemId];
    const isReadable = mayRead('F1', seen.scope, { unit: campaign.unitId, problem: problemId });
    const measure = problem?.plan?.measures.find((each) => each.id === measureId);
    return {
      kind,
      problem: { id: problemId, code: problem?.code ?? null, title: problem?.title ?? '' },
      measure: measure ? { id: measure.id, text: isReadable ? measure.text : '' } : null,
      owner: waitsForView(owner, nameOf),
      dueOn,
      provisional,
      overdue: doneOn === null && isOverdue({ dueOn }, today),
      doneOn,
      late: doneOn !== null && isOverdue({ dueOn }, doneOn),
      dates: [...dates],
    };
  });
