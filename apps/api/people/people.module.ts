import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { Names } from './names';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';

@Module({
  imports: [AccountsModule],
  controllers: [PeopleController],
  providers: [Names, PeopleService],
  exports: [Names, PeopleService],
})
export class PeopleModule {}
