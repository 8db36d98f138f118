import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { Log } from '../infrastructure/log';
import { ANSWERS_ALONE } from './documented';
import { Overload } from './overload';

const SECOND = 1_000;
/** How often node looks at its loop, in milliseconds; so much is no delay. */
const RESOLUTION = 10;
const NANOSECONDS = 1e6;

/**
 * Whether this process keeps up: one that does not says so at once, rather than letting everybody wait (security.md §6).
 * Whoever watches over the process is always answered.
 */
@Injectable()
export class LoadGuard implements CanActivate, OnApplicationBootstrap, OnModuleDestroy {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  private readonly most: number;
  private timer: NodeJS.Timeout | undefined;
  private readonly overload: Overload;

  constructor(
    private readonly reflector: Reflector,
    @Inject(ENVIRONMENT) { SHED_LAG_MS }: Environment,
    log: Log,
  ) {
    this.most = SHED_LAG_MS;
    this.overload = new Overload(log);
  }

  /** From when requests come: what making the process takes is nobody's wait. */
  onApplicationBootstrap(): void {
    this.delays.enable();
    this.timer = setInterval(() => this.look(), SECOND).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }

  /** Throws OVERLOADED. */
  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean>(ANSWERS_ALONE, context.getHandler()) === true) return true;
    const refusal = this.overload.refuse();
    if (refusal) throw refusal;
    return true;
  }

  /** By the mean delay of the loop in the last whole second, in milliseconds: one pause of the collector is none. */
  private look(): void {
    const lag = this.delays.count === 0 ? 0 : this.delays.mean / NANOSECONDS - RESOLUTION;
    this.overload.look(this.most > 0 && lag > this.most);
    this.delays.reset();
  }
}
