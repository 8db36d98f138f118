import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  asOfPageQuery,
  asOfQuery,
  campaign,
  campaignCalendar,
  campaignList,
  campaignsQuery,
  education,
  problemList,
  problemsQuery,
  sampleList,
  selfCheckList,
  summary,
  timeline,
  timelineQuery,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Reading } from '../operations/documented';
import { Versioned } from '../operations/etag';
import { CalendarService } from './calendar.service';
import { CampaignsService } from './campaigns.service';

@ApiTags('campaigns')
@Controller('api/campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly calendars: CalendarService,
  ) {}

  @Get()
  @Reading("The own units' campaigns, and counts of the units below", campaignList)
  list(@Me() personId: PersonId, @Query({ schema: campaignsQuery }) query: z.infer<typeof campaignsQuery>) {
    return this.campaigns.list(personId, query);
  }

  @Get(':id')
  @UseInterceptors(Versioned)
  @Reading('One campaign: where it stands, when it wakes next, and what the caller may do', campaign)
  one(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: asOfQuery }) { asOf }: z.infer<typeof asOfQuery>,
  ) {
    return this.campaigns.one(personId, id, asOf);
  }

  @Get(':id/problems')
  @Reading('The ledger of problems', problemList)
  problems(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: problemsQuery }) query: z.infer<typeof problemsQuery>,
  ) {
    return this.campaigns.problems(personId, id, query);
  }

  @Get(':id/timeline')
  @Reading('The record, the latest first', timeline)
  timeline(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: timelineQuery }) query: z.infer<typeof timelineQuery>,
  ) {
    return this.campaigns.timeline(personId, id, query);
  }

  @Get(':id/self-checks')
  @Reading('The process self-checks, each with its verdict and the rows that prove it', selfCheckList)
  selfChecks(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: asOfQuery }) { asOf }: z.infer<typeof asOfQuery>,
  ) {
    return this.campaigns.selfChecks(personId, id, asOf);
  }

  @Get(':id/education')
  @Reading('Activities, the pledge and rules made', education)
  education(@Me() personId: PersonId, @Param('id') id: string) {
    return this.campaigns.education(personId, id);
  }

  @Get(':id/calendar')
  @Reading('整改行事历: every measure and problem by its date, with every date it ever had', campaignCalendar)
  calendar(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: asOfPageQuery }) query: z.infer<typeof asOfPageQuery>,
  ) {
    return this.calendars.of(personId, id, query);
  }

  @Get(':id/samples')
  @Reading('The samples of the look-back, with everything they were drawn by', sampleList)
  samples(@Me() personId: PersonId, @Param('id') id: string) {
    return this.campaigns.samples(personId, id);
  }

  @Get(':id/summary')
  @Reading('The result sentence and its four numbers', summary)
  summary(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: asOfQuery }) { asOf }: z.infer<typeof asOfQuery>,
  ) {
    return this.campaigns.summary(personId, id, asOf);
  }
}
