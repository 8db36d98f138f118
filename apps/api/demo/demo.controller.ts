import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { demoAccounts } from '@rectify/contracts';
import { Public } from '../identity/principal';
import { Reading } from '../operations/documented';
import { DemoService } from './demo.service';

@ApiTags('demonstration')
@Public()
@Controller('api/demo')
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Get('accounts')
  @Reading('The demonstration accounts; in demonstration mode only', demoAccounts, {
    isOpen: true,
    refuses: ['NOT_FOUND'],
  })
  accounts() {
    return this.demo.accounts();
  }
}
