import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { calendarCommands, calendarPreview } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Previewing } from '../operations/documented';
import { YearPreviewService } from './year-preview.service';

const { ImportCalendarYear } = calendarCommands;

/** What a change of the calendar would move, asked with the very body that would do it. Nothing is written. */
@ApiTags('calendar')
@Controller('api/calendars/:id/previews')
export class YearPreviewController {
  constructor(private readonly previews: YearPreviewService) {}

  @Post('import-calendar-year')
  @Previewing(
    "What a year's import would move in the campaigns that the caller reads",
    calendarPreview,
    'calendar',
  )
  importCalendarYear(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Body({ schema: ImportCalendarYear }) data: z.infer<typeof ImportCalendarYear>,
  ) {
    return this.previews.of(personId, id, data);
  }
}
