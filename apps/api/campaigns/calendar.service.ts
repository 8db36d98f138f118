import { Injectable } from '@nestjs/common';
import { LIMITS, type asOfPageQuery, type CampaignCalendarView } from '@rectify/contracts';
import { civilDateOf, type PersonId } from '@rectify/domain';
import { pageAmong } from '@rectify/read-models';
import type { z } from 'zod';
import { CampaignAccess } from '../access/campaign-access';
import { Names } from '../people/names';
import { calendarItems, calendarRows, placeOfItem } from './calendar.view';

type Query = z.infer<typeof asOfPageQuery>;

/** 整改行事历: every measure and problem with its date, for those whom it concerns. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly access: CampaignAccess,
    private readonly names: Names,
  ) {}

  async of(personId: PersonId, id: string, { asOf, cursor, limit }: Query): Promise<CampaignCalendarView> {
    const seen = await this.access.see(personId, id, asOf);
    const owners = calendarRows(seen).flatMap(({ owner }) => owner.people.map((person) => person.personId));
    const today = asOf ?? civilDateOf(seen.standing.now);
    const rows = calendarItems(seen, today, await this.names.of(owners));
    const request = { after: cursor, limit: limit ?? LIMITS.list.page };
    const { items, next } = pageAmong(rows, request, placeOfItem);
    return { items: [...items], next, asOf: asOf ?? null };
  }
}
