import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { AccountsStore } from './accounts.store';
import { AttemptsStore } from './attempts.store';
import { DevicesStore } from './devices.store';
import { Door } from './door';
import { ResetsService } from './resets.service';
import { ResetsStore } from './resets.store';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { TokensController } from './tokens.controller';
import { TokensStore } from './tokens.store';
import { TotpController } from './totp.controller';
import { TotpService } from './totp.service';
import { TotpStore } from './totp.store';
import { WebSessionsStore } from './web-sessions.store';

const stores = [
  AccountsStore,
  TokensStore,
  AttemptsStore,
  WebSessionsStore,
  DevicesStore,
  ResetsStore,
  TotpStore,
];

@Module({
  controllers: [SessionController, AccountsController, TokensController, TotpController],
  providers: [...stores, Door, SessionService, AccountsService, ResetsService, TotpService],
  exports: [AccountsStore, AttemptsStore, AccountsService, SessionService, WebSessionsStore, Door],
})
export class AccountsModule {}
