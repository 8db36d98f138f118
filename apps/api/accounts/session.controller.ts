import { Body, Controller, Delete, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changePassword, signIn } from '@rectify/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { clearSessionCookie, setSessionCookie } from '../identity/cookie';
import { Asking, Public, type Principal } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { ChangingSilently } from '../operations/documented';
import { SessionService } from './session.service';

@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Public()
  @Post('session')
  @ChangingSilently('Sign in: sets the session cookie', { isOpen: true })
  async signIn(
    @Body({ schema: signIn }) { account, password }: z.infer<typeof signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    setSessionCookie(
      reply,
      this.environment.PUBLIC_URL,
      await this.sessions.signIn(account, password, request.ip),
    );
  }

  @Delete('session')
  @ChangingSilently('Sign out: ends the session')
  async signOut(
    @Asking() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(principal);
    clearSessionCookie(reply, this.environment.PUBLIC_URL);
  }

  @Post('password')
  @ChangingSilently("Change one's password: ends one's other sessions and all tokens")
  changePassword(
    @Asking() principal: Principal,
    @Body({ schema: changePassword }) { current, next }: z.infer<typeof changePassword>,
  ): Promise<void> {
    return this.sessions.changePassword(principal, current, next);
  }
}
