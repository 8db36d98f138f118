import { Module } from '@nestjs/common';
import { CampaignAccess } from './campaign-access';

@Module({ providers: [CampaignAccess], exports: [CampaignAccess] })
export class AccessModule {}
