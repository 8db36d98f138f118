import { Injectable } from '@nestjs/common';
import type { CampaignCalendarView } from '@rectify/contracts';
import { civilDateOf, type CivilDate, type PersonId } from '@rectify/domain';
import { CampaignAccess } from '../access/campaign-access';
import { Names } from '../people/names';
import { calendarItems, calendarRows } from './calendar.view';

/** 整改行事历: every measure and problem with its date, for those whom it concerns. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly access: CampaignAccess,
    private readonly names: Names,
  ) {}

  async of(personId: PersonId, id: string, asOf?: CivilDate): Promise<CampaignCalendarView> {
    const seen = await this.access.see(personId, id, asOf);
    const owners = calendarRows(seen).flatMap(({ owner }) => owner.people.map((person) => person.personId));
    const today = asOf ?? civilDateOf(seen.standing.now);
    return { items: calendarItems(seen, today, await this.names.of(owners)), asOf: asOf ?? null };
  }
}
