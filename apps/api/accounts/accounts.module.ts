import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { AccountsStore } from './accounts.store';
import { AttemptsStore } from './attempts.store';
import { DevicesStore } from './devices.store';
import { ResetsService } from './resets.service';
import { ResetsStore } from './resets.store';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { TokensController } from './tokens.controller';
import { TokensStore } from './tokens.store';
import { WebSessionsStore } from './web-sessions.store';

const stores = [AccountsStore, TokensStore, AttemptsStore, WebSessionsStore, DevicesStore, ResetsStore];

@Module({
  controllers: [SessionController, AccountsController, TokensController],
  providers: [...stores, SessionService, AccountsService, ResetsService],
  exports: [AccountsStore, AttemptsStore, AccountsService],
})
export class AccountsModule {}
