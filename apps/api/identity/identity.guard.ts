import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { refused } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { sessionOf } from './cookie';
import { IS_PUBLIC, type AskedRequest, type Principal } from './principal';
import { RateLimiter } from './rate-limiter';
import { assertNoForeignPage, assertOwnPage, isUnsafe } from './same-site';
import { SessionsStore } from './sessions.store';

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/;

/** Every request: who asks, whether our own page asked it, and not too often. */
@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly publicUrl: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsStore,
    private readonly rates: RateLimiter,
    @Inject(ENVIRONMENT) { PUBLIC_URL }: Environment,
  ) {
    this.publicUrl = PUBLIC_URL;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    if (this.isPublic(context)) {
      if (isUnsafe(request)) assertNoForeignPage(request, this.publicUrl);
      return true;
    }
    const principal = await this.principalOf(request);
    if (!principal) throw refused('NO_SESSION');
    if (principal.session !== null && isUnsafe(request)) assertOwnPage(request, this.publicUrl);
    this.rates.assert(principal.personId, isUnsafe(request));
    request.principal = principal;
    return true;
  }

  private isPublic(context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()]) ===
      true
    );
  }

  private async principalOf(request: AskedRequest): Promise<Principal | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      const personId = token === undefined ? null : await this.sessions.ofToken(token);
      return personId === null ? null : { personId, session: null };
    }
    const session = sessionOf(request, this.publicUrl);
    const personId = session === undefined ? null : await this.sessions.ofSession(session);
    return personId === null || session === undefined ? null : { personId, session };
  }
}
