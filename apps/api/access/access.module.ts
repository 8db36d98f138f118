import { Module } from '@nestjs/common';
import { AccessLog } from './access-log';
import { CampaignAccess } from './campaign-access';
import { Readers } from './readers';

@Module({ providers: [CampaignAccess, AccessLog, Readers], exports: [CampaignAccess, AccessLog, Readers] })
export class AccessModule {}
