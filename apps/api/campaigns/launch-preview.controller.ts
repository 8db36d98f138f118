import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { launchCampaign, launchPreview } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Previewing } from '../operations/documented';
import { LaunchPreviewService } from './launch-preview.service';

/** What a launch would set going, asked with the very body that would launch. Nothing is written. */
@ApiTags('campaigns')
@Controller('api/previews')
export class LaunchPreviewController {
  constructor(private readonly previews: LaunchPreviewService) {}

  @Post('launch-campaign')
  @Previewing(
    'What a launch would make owed, by when, by whom and with how much work',
    launchPreview,
    'campaign',
  )
  launchCampaign(
    @Me() personId: PersonId,
    @Body({ schema: launchCampaign }) body: z.infer<typeof launchCampaign>,
  ) {
    return this.previews.of(personId, body);
  }
}
