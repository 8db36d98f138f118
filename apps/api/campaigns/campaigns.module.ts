import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { ObligationsModule } from '../obligations/obligations.module';
import { PeopleModule } from '../people/people.module';
import { CalendarService } from './calendar.service';
import { CampaignsController } from './campaigns.controller';
import { CampaignsService } from './campaigns.service';
import { LaunchPreviewController } from './launch-preview.controller';
import { LaunchPreviewService } from './launch-preview.service';
import { PreviewsController } from './previews.controller';
import { PreviewsService } from './previews.service';
import { YearPreviewController } from './year-preview.controller';
import { YearPreviewService } from './year-preview.service';

@Module({
  imports: [AccessModule, ObligationsModule, PeopleModule],
  controllers: [CampaignsController, LaunchPreviewController, PreviewsController, YearPreviewController],
  providers: [
    ...[CalendarService, CampaignsService, LaunchPreviewService, PreviewsService],
    YearPreviewService,
  ],
})
export class CampaignsModule {}
