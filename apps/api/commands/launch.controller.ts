import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { commandAccepted, launchCampaign } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Commanding } from '../operations/documented';
import { CommandHeaders } from './command-controllers';
import { LaunchService } from './launch.service';

/** Launching founds its stream: it has no state that could refuse. */
const ofLaunch = [
  ...(['NOT_YOURS', 'SEPARATION_OF_DUTIES', 'NOBODY_ELIGIBLE', 'UNIT_UNKNOWN', 'TEMPLATE_UNKNOWN'] as const),
  ...(['INVALID', 'START_IN_PAST', 'START_TOO_FAR', 'ALREADY_EXISTS', 'CODE_TAKEN', 'NOT_FOUND'] as const),
];

@ApiTags('campaign commands')
@Controller('api/campaigns')
export class LaunchController {
  constructor(private readonly launches: LaunchService) {}

  @Post()
  @CommandHeaders()
  @Commanding('Launch a campaign', commandAccepted, ofLaunch, { status: 201 })
  campaign(
    @Body({ schema: launchCampaign }) body: z.infer<typeof launchCampaign>,
    @Req() request: FastifyRequest,
    @Me() personId: PersonId,
  ) {
    return this.launches.launch(body, request, personId);
  }
}
