import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { PeopleModule } from '../people/people.module';
import { ObligationHistory } from './history.service';
import { ObligationsController } from './obligations.controller';
import { ObligationsService } from './obligations.service';

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [ObligationsController],
  providers: [ObligationsService, ObligationHistory],
  exports: [ObligationsService],
})
export class ObligationsModule {}
