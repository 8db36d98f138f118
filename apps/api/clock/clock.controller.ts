import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { clock, clockForwarded, forwardClock } from '@rectify/contracts';
import type { z } from 'zod';
import { Changing, Reading } from '../operations/documented';
import { ClockService } from './clock.service';

@ApiTags('clock')
@Controller('api/clock')
export class ClockController {
  constructor(private readonly clock: ClockService) {}

  @Get()
  @Reading('What time it is for the domain, and whether that clock can be moved', clock)
  read() {
    return this.clock.read();
  }

  @Post('forward')
  @Changing('Set the clock forward, in a demonstration or test only', clockForwarded, {
    refuses: ['CLOCK_FIXED', 'OUT_OF_BOUNDS'],
  })
  forward(@Body({ schema: forwardClock }) { to }: z.infer<typeof forwardClock>) {
    return this.clock.forward(to);
  }
}
