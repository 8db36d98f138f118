import { Body, Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changePassword, confirmSession, isUuid, sessionList, signIn } from '@rectify/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { notFound } from '../errors/problem';
import { browserOf } from '../identity/browser';
import {
  clearSessionCookie,
  deviceOf,
  sessionOf,
  setDeviceCookie,
  setSessionCookie,
} from '../identity/cookie';
import { Asking, ForExpired, ForSessions, Public, type Principal } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { ChangingSilently, Reading } from '../operations/documented';
import { SessionService } from './session.service';

@ApiTags('session')
@Controller('api')
export class SessionController {
  private readonly publicUrl: string;

  constructor(
    private readonly sessions: SessionService,
    @Inject(ENVIRONMENT) { PUBLIC_URL }: Environment,
  ) {
    this.publicUrl = PUBLIC_URL;
  }

  @Public()
  @Post('session')
  @ChangingSilently('Sign in: sets the session cookie', {
    isOpen: true,
    refuses: ['WRONG_CREDENTIALS', 'TOTP_REQUIRED', 'WRONG_CODE', 'SIGN_IN_DELAYED', 'RATE_LIMITED'],
  })
  async signIn(
    @Body({ schema: signIn }) credentials: z.infer<typeof signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { session, device } = await this.sessions.signIn(credentials, {
      address: request.ip,
      device: deviceOf(request, this.publicUrl),
      browser: browserOf(request.headers['user-agent']),
      session: sessionOf(request, this.publicUrl),
    });
    setSessionCookie(reply, this.publicUrl, session);
    setDeviceCookie(reply, this.publicUrl, device);
  }

  @ForSessions()
  @ForExpired()
  @Post('session/confirm')
  @ChangingSilently(
    'Prove once more who is there, for what stands for a signature; the session gets another id',
    { refuses: ['WRONG_CREDENTIALS', 'SIGN_IN_DELAYED'] },
  )
  async confirm(
    @Asking() principal: Principal,
    @Body({ schema: confirmSession }) { password }: z.infer<typeof confirmSession>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    setSessionCookie(reply, this.publicUrl, await this.sessions.confirm(principal, password));
  }

  @ForExpired()
  @Delete('session')
  @ChangingSilently('Sign out: ends the session')
  async signOut(
    @Asking() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(principal);
    clearSessionCookie(reply, this.publicUrl);
  }

  @Get('sessions')
  @Reading('The browsers in which the caller is signed in', sessionList)
  list(@Asking() principal: Principal) {
    return this.sessions.list(principal);
  }

  @ForSessions()
  @ForExpired()
  @Delete('sessions/:id')
  @ChangingSilently("End one of the caller's sessions")
  async end(@Asking() principal: Principal, @Param('id') id: string): Promise<void> {
    if (!isUuid(id)) throw notFound();
    await this.sessions.end(principal, id);
  }

  @ForSessions()
  @ForExpired()
  @Post('password')
  @ChangingSilently("Change one's password: ends one's other sessions and all tokens", {
    refuses: ['WRONG_CREDENTIALS', 'SIGN_IN_DELAYED'],
  })
  changePassword(
    @Asking() principal: Principal,
    @Body({ schema: changePassword }) { current, next }: z.infer<typeof changePassword>,
  ): Promise<void> {
    return this.sessions.changePassword(principal, current, next);
  }
}
