import { Injectable } from '@nestjs/common';
import type { CampaignCalendarView } from '@rectify/contracts';
import {
  admits,
  civilDateOf,
  isOverdue,
  mayRead,
  readable,
  rectificationCalendar,
  resolveHolder,
  type CivilDate,
  type PersonId,
} from '@rectify/domain';
import { CampaignAccess } from '../access/campaign-access';
import { waitsForView } from '../obligations/obligation.view';
import { Names } from '../people/names';

/** 整改行事历: every measure and problem with its date, for those whom it concerns. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly access: CampaignAccess,
    private readonly names: Names,
  ) {}

  async of(personId: PersonId, id: string, asOf?: CivilDate): Promise<CampaignCalendarView> {
    const { standing, scope } = await this.access.see(personId, id, asOf);
    const { campaign, directory, now } = standing;
    const today = asOf ?? civilDateOf(now);
    const rows = rectificationCalendar(campaign)
      .filter(({ problemId }) =>
        admits(readable.problem, scope, { unit: campaign.unitId, problem: problemId }),
      )
      .map((row) => ({ row, owner: resolveHolder(row.owner, directory, campaign.unitId) }));
    const nameOf = await this.names.of(
      rows.flatMap(({ owner }) => owner.people.map((person) => person.personId)),
    );
    const items = rows.map(({ row, owner }) => {
      const { kind, problemId, measureId, dueOn, provisional, doneOn, dates } = row;
      const problem = campaign.problems[problemId];
      const isReadable = mayRead('F1', scope, { unit: campaign.unitId, problem: problemId });
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
    return { items, asOf: asOf ?? null };
  }
}
