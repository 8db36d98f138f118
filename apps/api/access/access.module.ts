import { Module } from '@nestjs/common';
import { AccessLog } from './access-log';
import { CampaignAccess } from './campaign-access';

@Module({ providers: [CampaignAccess, AccessLog], exports: [CampaignAccess, AccessLog] })
export class AccessModule {}
