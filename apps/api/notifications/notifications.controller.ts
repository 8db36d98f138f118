import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notificationList, notificationQuery } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Reading } from '../operations/documented';
import { NotificationsService } from './notifications.service';

@ApiTags('notifications')
@Controller('api/notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Reading(
    'What was sent to the caller; box=failed: what failed in the units whose secretary they are',
    notificationList,
  )
  list(
    @Me() personId: PersonId,
    @Query({ schema: notificationQuery }) query: z.infer<typeof notificationQuery>,
  ) {
    return this.notifications.list(personId, query);
  }
}
