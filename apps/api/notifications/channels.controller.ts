import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { channelStateList } from '@rectify/contracts';
import { channelStates } from '@rectify/read-models';
import type { Pool } from 'pg';
import { POOL } from '../infrastructure/infrastructure.module';
import { Reading } from '../operations/documented';

/** Whether reminders leave this installation at all: what nobody gets is no secret of anybody's. */
@ApiTags('notifications')
@Controller('api/channels')
export class ChannelsController {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  @Get()
  @Reading(
    'Which channels are on, and how the latest message of each fared; none before a worker has started',
    channelStateList,
  )
  async list() {
    return { items: await channelStates(this.pool), next: null };
  }
}
