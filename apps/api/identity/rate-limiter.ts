import { Inject, Injectable } from '@nestjs/common';
import { refused } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';

interface Bucket {
  tokens: number;
  at: number;
}

/** How many principals are remembered; a forgotten one starts with a full bucket. */
const MOST = 10_000;

/** A bucket of tokens for each principal. `perSecond` 0: lifted. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {}

  /** 0: taken; else the seconds until one is there. `now` in milliseconds of any steady clock. */
  take(principal: string, now: number): number {
    if (this.perSecond === 0) return 0;
    const bucket = this.buckets.get(principal) ?? { tokens: this.burst, at: now };
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    if (!this.buckets.has(principal)) this.remember(principal, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.perSecond);
    bucket.tokens -= 1;
    return 0;
  }

  private remember(principal: string, bucket: Bucket): void {
    if (this.buckets.size >= MOST) this.buckets.delete(this.buckets.keys().next().value as string);
    this.buckets.set(principal, bucket);
  }
}

/** Requests and commands a principal, and all who are none, may make of a process (security.md §6). Real time: the demonstration's clock is nothing to it. */
@Injectable()
export class RateLimiter {
  private readonly requests: TokenBuckets;
  private readonly commands: TokenBuckets;
  private readonly anonymous: TokenBuckets;

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.requests = new TokenBuckets(environment.RATE_REQUESTS_PER_SECOND, environment.RATE_REQUESTS_BURST);
    this.commands = new TokenBuckets(environment.RATE_COMMANDS_PER_SECOND, environment.RATE_COMMANDS_BURST);
    this.anonymous = new TokenBuckets(
      environment.RATE_ANONYMOUS_PER_SECOND,
      environment.RATE_ANONYMOUS_BURST,
    );
  }

  /** Of all together who are not signed in: an address is no person, and many come through one. Throws RATE_LIMITED. */
  assertAnonymous(): void {
    throwUnlessTaken(this.anonymous.take('anybody', performance.now()));
  }

  /** Throws RATE_LIMITED. */
  assert(principal: string, changesSomething: boolean): void {
    const now = performance.now();
    throwUnlessTaken(
      Math.max(this.requests.take(principal, now), changesSomething ? this.commands.take(principal, now) : 0),
    );
  }
}

const throwUnlessTaken = (wait: number): void => {
  if (wait > 0) throw refused('RATE_LIMITED', { retryAfter: wait, params: { seconds: wait } });
};
