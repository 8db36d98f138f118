import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { campaignCommands, replanningPreview } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Previewing } from '../operations/documented';
import { PreviewsService } from './previews.service';

const { RedateStages, ReplanCampaign } = campaignCommands;

/** What a change of the plan would do, asked with the very body that would do it. Nothing is written. */
@ApiTags('campaigns')
@Controller('api/campaigns/:id/previews')
export class PreviewsController {
  constructor(private readonly previews: PreviewsService) {}

  @Post('redate-stages')
  @Previewing('What re-dating the stages would change', replanningPreview, 'campaign')
  redateStages(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Body({ schema: RedateStages }) data: z.infer<typeof RedateStages>,
  ) {
    return this.previews.of(personId, id, { type: 'RedateStages', data });
  }

  @Post('replan-campaign')
  @Previewing('What re-planning the campaign would change', replanningPreview, 'campaign')
  replanCampaign(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Body({ schema: ReplanCampaign }) data: z.infer<typeof ReplanCampaign>,
  ) {
    return this.previews.of(personId, id, { type: 'ReplanCampaign', data });
  }
}
