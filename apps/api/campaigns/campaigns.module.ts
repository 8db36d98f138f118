import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { ObligationsModule } from '../obligations/obligations.module';
import { PeopleModule } from '../people/people.module';
import { CampaignsController } from './campaigns.controller';
import { CampaignsService } from './campaigns.service';

@Module({
  imports: [AccessModule, ObligationsModule, PeopleModule],
  controllers: [CampaignsController],
  providers: [CampaignsService],
})
export class CampaignsModule {}
