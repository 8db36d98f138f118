import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import type { OfficialCalendarView } from '@rectify/contracts';
import { ancestors, ownDaysOf, scopeOf, sendingHoursOf, unitOf, type PersonId } from '@rectify/domain';
import { notFound } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';

/** Which days are worked: what the State Council's notices say, and what units say otherwise. */
@Injectable()
export class OfficialCalendarService {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  /** Own days hold for the units below too, so those of the units above are shown; nothing sideways. */
  async of(personId: PersonId, id: string): Promise<OfficialCalendarView> {
    if (id !== 'cn') throw notFound();
    const { calendar, directory } = await this.application.organisation();
    const { units, filled } = scopeOf(directory, personId);
    const speaking = new Set([...units, ...units.flatMap((unit) => ancestors(directory, unit)), ...filled]);
    const ownDays = [...speaking].flatMap((unitId) =>
      ownDaysOf(calendar, unitId).map(({ date, works, name }) => ({
        ...{ unitId, unitName: unitOf(directory, unitId)?.name ?? '' },
        ...{ date, works, name },
      })),
    );
    return {
      version: calendar.version,
      years: Object.values(calendar.years).map(({ file: { year, notice, off, makeupWorkdays } }) => ({
        ...{ year, notice, off: off.map((days) => ({ ...days })) },
        makeupWorkdays: [...makeupWorkdays],
      })),
      ownDays: ownDays.sort((a, b) => a.date.localeCompare(b.date)),
      sendWindow: { ...sendingHoursOf(calendar), set: calendar.sendWindow !== undefined },
    };
  }
}
