import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '@rectify/domain';
import type { Clock } from '@rectify/event-store';
import { refused } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { CLOCK } from '../infrastructure/infrastructure.module';
import { furthest, instantOf, walkTo, type Walked } from './clock-walk';

const POLL_MS = 40;
/** A relay looks for bells to ring every few hundred milliseconds. */
const SIGN_MS = 2_000;

/** The domain's clock, which only a demonstration or a test moves. */
@Injectable()
export class ClockService {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async read() {
    const now = await this.clock.now();
    const mode = this.environment.RECTIFY_MODE;
    return { now, today: civilDateOf(now), mode, movable: mode !== 'production' };
  }

  /** One walk after the other. Throws CLOCK_FIXED in production and for a moment that is over. */
  forward(to: string): Promise<Walked> {
    const walk = this.turn.then(() => this.walk(to));
    this.turn = walk.catch(() => undefined);
    return walk;
  }

  private async walk(to: string): Promise<Walked> {
    const target = instantOf(to);
    const now = await this.clock.now();
    if (this.environment.RECTIFY_MODE === 'production' || target < now)
      throw refused('CLOCK_FIXED', { field: 'to' });
    if (target > furthest(now))
      throw refused('OUT_OF_BOUNDS', { field: 'to', params: { min: now, max: furthest(now) } });
    const patienceMs = this.environment.CLOCK_PATIENCE_MS;
    return walkTo(this.clock, target, { patienceMs, signMs: SIGN_MS, pollMs: POLL_MS });
  }
}
