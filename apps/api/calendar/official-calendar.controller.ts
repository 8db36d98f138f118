import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { officialCalendar } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { Me } from '../identity/principal';
import { Reading } from '../operations/documented';
import { OfficialCalendarService } from './official-calendar.service';

@ApiTags('calendar')
@Controller('api/calendars')
export class OfficialCalendarController {
  constructor(private readonly calendar: OfficialCalendarService) {}

  @Get(':id')
  @Reading(
    "The official years, own days that hold for the caller's units, and the hours of sending",
    officialCalendar,
  )
  read(@Me() personId: PersonId, @Param('id') id: string) {
    return this.calendar.of(personId, id);
  }
}
