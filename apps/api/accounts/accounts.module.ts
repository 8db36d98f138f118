import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { AccountsStore } from './accounts.store';
import { AttemptsStore } from './attempts.store';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { TokensController } from './tokens.controller';
import { TokensStore } from './tokens.store';

@Module({
  controllers: [SessionController, AccountsController, TokensController],
  providers: [AccountsStore, TokensStore, AttemptsStore, SessionService, AccountsService],
  exports: [AccountsStore, AttemptsStore, AccountsService],
})
export class AccountsModule {}
