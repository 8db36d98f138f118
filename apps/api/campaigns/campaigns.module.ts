import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { ObligationsModule } from '../obligations/obligations.module';
import { PeopleModule } from '../people/people.module';
import { CalendarService } from './calendar.service';
import { CampaignsController } from './campaigns.controller';
import { CampaignsService } from './campaigns.service';
import { PreviewsController } from './previews.controller';
import { PreviewsService } from './previews.service';

@Module({
  imports: [AccessModule, ObligationsModule, PeopleModule],
  controllers: [CampaignsController, PreviewsController],
  providers: [CalendarService, CampaignsService, PreviewsService],
})
export class CampaignsModule {}
