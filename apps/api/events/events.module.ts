import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { SessionsStore } from '../identity/sessions.store';
import { ObligationsModule } from '../obligations/obligations.module';
import { EventHub } from './event-hub';
import { EventsController } from './events.controller';

@Module({
  imports: [AccessModule, ObligationsModule],
  controllers: [EventsController],
  providers: [EventHub, SessionsStore],
})
export class EventsModule {}
