import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { Names } from './names';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';
import { TenuresService } from './tenures.service';
import { PreferencesController } from './preferences.controller';
import { PreferencesStore } from './preferences.store';

@Module({
  imports: [AccountsModule],
  controllers: [PeopleController, PreferencesController],
  providers: [Names, PeopleService, PreferencesStore, TenuresService],
  exports: [Names, PeopleService],
})
export class PeopleModule {}
