import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module';
import { ImportAccountsStore } from './import-accounts.store';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';

@Module({
  imports: [CommandsModule],
  controllers: [ImportController],
  providers: [ImportService, ImportAccountsStore],
})
export class OrganisationModule {}
