import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { SetUpCodes } from './set-up-codes';
import { SetUpController } from './set-up.controller';
import { SetUpService } from './set-up.service';

@Module({ imports: [AccountsModule], controllers: [SetUpController], providers: [SetUpCodes, SetUpService] })
export class SetUpModule {}
