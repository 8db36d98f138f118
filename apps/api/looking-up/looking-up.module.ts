import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { PeopleModule } from '../people/people.module';
import { LookingUpController } from './looking-up.controller';
import { LookingUpService } from './looking-up.service';

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [LookingUpController],
  providers: [LookingUpService],
})
export class LookingUpModule {}
