import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { commandControllers } from './command-controllers';
import { CommandsService } from './commands.service';
import { LaunchController } from './launch.controller';
import { LaunchService } from './launch.service';
import { RefusalsStore } from './refusals.store';

@Module({
  imports: [AccessModule],
  controllers: [LaunchController, ...commandControllers],
  providers: [CommandsService, LaunchService, RefusalsStore],
  exports: [CommandsService],
})
export class CommandsModule {}
