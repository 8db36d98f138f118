import { Module } from '@nestjs/common';
import { OfficialCalendarController } from './official-calendar.controller';
import { OfficialCalendarService } from './official-calendar.service';

@Module({ controllers: [OfficialCalendarController], providers: [OfficialCalendarService] })
export class CalendarModule {}
