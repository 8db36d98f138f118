import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { PeopleModule } from '../people/people.module';
import { ChannelsController } from './channels.controller';
import { NotificationsController } from './notifications.controller';
import { NotificationsService } from './notifications.service';

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [NotificationsController, ChannelsController],
  providers: [NotificationsService],
})
export class NotificationsModule {}
