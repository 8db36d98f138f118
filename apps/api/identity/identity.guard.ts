import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Application } from '@rectify/application';
import { isAdministrator } from '@rectify/domain';
import { notFound, refused } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { ANSWERS_ALONE } from '../operations/documented';
import { sessionOf } from './cookie';
import {
  IS_FOR_ADMINISTRATORS,
  IS_FOR_EXPIRED,
  IS_FOR_SESSIONS,
  IS_PUBLIC,
  IS_SIGNING,
  type AskedRequest,
  type Principal,
} from './principal';
import { tokenOf } from './secret-of';
import { RateLimiter } from './rate-limiter';
import { assertNoForeignPage, assertOwnPage, isUnsafe } from './same-site';
import { SessionsStore } from './sessions.store';

/** Every request: who asks, whether our own page asked it, and not too often. */
@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly publicUrl: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsStore,
    private readonly rates: RateLimiter,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(ENVIRONMENT) { PUBLIC_URL }: Environment,
  ) {
    this.publicUrl = PUBLIC_URL;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    if (this.is(IS_PUBLIC, context)) {
      // Whoever watches over the process always hears of it.
      if (!this.is(ANSWERS_ALONE, context)) this.rates.assertAnonymous();
      if (isUnsafe(request)) assertNoForeignPage(request, this.publicUrl);
      return true;
    }
    const principal = await this.principalOf(request);
    if (!principal) {
      this.rates.assertAnonymous();
      throw refused('NO_SESSION');
    }
    this.rates.assert(principal.personId, isUnsafe(request));
    if (isUnsafe(request)) this.assertMayChange(context, principal, request);
    if (this.is(IS_FOR_ADMINISTRATORS, context) && !(await this.isAdministrator(principal))) throw notFound();
    request.principal = principal;
    return true;
  }

  private assertMayChange(context: ExecutionContext, principal: Principal, request: AskedRequest): void {
    const { session, scope, isPasswordExpired, isConfirmed } = principal;
    if (session !== null) assertOwnPage(request, this.publicUrl);
    if (scope !== null && this.is(IS_FOR_SESSIONS, context)) throw refused('SESSION_REQUIRED');
    if (scope === 'read') throw refused('TOKEN_READS_ONLY');
    if (isPasswordExpired && !this.is(IS_FOR_EXPIRED, context)) throw refused('PASSWORD_EXPIRED');
    if (!isConfirmed && this.is(IS_SIGNING, context)) throw refused('REAUTH_REQUIRED');
  }

  private async isAdministrator({ personId }: Principal): Promise<boolean> {
    return isAdministrator((await this.application.organisation()).directory, personId);
  }

  private is(mark: symbol, context: ExecutionContext): boolean {
    const at = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean>(mark, at) === true;
  }

  private async principalOf(request: AskedRequest): Promise<Principal | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = tokenOf(request);
      return token === null ? null : this.sessions.ofToken(token);
    }
    const session = sessionOf(request, this.publicUrl);
    return session === undefined ? null : this.sessions.ofSession(session);
  }
}
