import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { setUp, setUpDone, setUpState } from '@rectify/contracts';
import type { z } from 'zod';
import { Public } from '../identity/principal';
import { ofAccounts } from '../accounts/accounts.service';
import { Changing, Reading } from '../operations/documented';
import { SetUpService } from './set-up.service';

@ApiTags('set-up')
@Public()
@Controller('api/setup')
export class SetUpController {
  constructor(private readonly setUps: SetUpService) {}

  @Get()
  @Reading('Whether the organisation is still to be set up', setUpState, { isOpen: true })
  async state() {
    return { needed: await this.setUps.isNeeded() };
  }

  @Post()
  @Changing(
    "Set up the first unit and its secretary, with the one-time code from the server's console",
    setUpDone,
    {
      status: 201,
      isOpen: true,
      refuses: [...ofAccounts, 'ALREADY_SET_UP', 'WRONG_SETUP_CODE', 'SIGN_IN_DELAYED'],
    },
  )
  run(@Body({ schema: setUp }) body: z.infer<typeof setUp>) {
    return this.setUps.run(body);
  }
}
