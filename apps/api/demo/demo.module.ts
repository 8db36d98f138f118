import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { DemoController } from './demo.controller';
import { DemoService } from './demo.service';

@Module({ imports: [AccountsModule], controllers: [DemoController], providers: [DemoService] })
export class DemoModule {}
