import { Body, Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  finishOidc,
  identityList,
  isUuid,
  oidcFinished,
  oidcOffer,
  oidcStarted,
  startOidc,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { notFound } from '../errors/problem';
import { browserOf } from '../identity/browser';
import {
  clearFlowCookie,
  deviceOf,
  flowOf,
  sessionOf,
  setFlowCookie,
  setSessionCookie,
} from '../identity/cookie';
import { ForExpired, ForSessions, Me, Public, Signing } from '../identity/principal';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { AnswersAlone, Changing, ChangingSilently, Reading } from '../operations/documented';
import { IdentityProvider } from './identity-provider';
import { OidcService } from './oidc.service';
import type { Purpose } from './oidc.store';

const BEGINNING = ['OIDC_NOT_OFFERED', 'OIDC_AWAY'] as const;
const FINISHING = [
  ...BEGINNING,
  'OIDC_BEGIN_AGAIN',
  'OIDC_DECLINED',
  'OIDC_NOT_TRUSTED',
  'OIDC_NOT_LINKED',
  'OIDC_LINKED',
  'NO_SESSION',
  'LIMIT_REACHED',
] as const;

type Start = z.infer<typeof startOidc>;

@ApiTags('session')
@Controller('api/oidc')
export class OidcController {
  private readonly publicUrl: string;

  constructor(
    private readonly oidc: OidcService,
    private readonly provider: IdentityProvider,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    this.publicUrl = environment.PUBLIC_URL;
  }

  @Public()
  @Get()
  @AnswersAlone()
  @Reading('Whether one can sign in by a provider of identities', oidcOffer, { isOpen: true })
  offer() {
    const { OIDC_NAME } = this.environment;
    return { offered: this.provider.isOffered, name: OIDC_NAME === '' ? null : OIDC_NAME };
  }

  @Public()
  @Post('start')
  @Changing('Begin to sign in by the provider: where the browser goes next', oidcStarted, {
    isOpen: true,
    refuses: [...BEGINNING, 'SIGN_IN_DELAYED'],
  })
  start(
    @Body({ schema: startOidc }) body: Start,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.begin('signIn', body, request, reply);
  }

  @ForSessions()
  @Signing()
  @Post('link')
  @Changing("Begin to link an identity to the caller's account", oidcStarted, { refuses: BEGINNING })
  link(
    @Body({ schema: startOidc }) body: Start,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.begin('link', body, request, reply);
  }

  @ForSessions()
  @ForExpired()
  @Post('confirm')
  @Changing(
    'Begin to prove once more who is there, by the provider, for what stands for a signature',
    oidcStarted,
    { refuses: BEGINNING },
  )
  confirm(
    @Body({ schema: startOidc }) body: Start,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.begin('confirm', body, request, reply);
  }

  @Public()
  @Post('finish')
  @Changing(
    'What the provider answered, brought by the browser that was sent there; works once',
    oidcFinished,
    {
      isOpen: true,
      refuses: FINISHING,
    },
  )
  async finish(
    @Body({ schema: finishOidc }) answer: z.infer<typeof finishOidc>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    clearFlowCookie(reply, this.publicUrl);
    const { returnTo, session } = await this.oidc.finish(answer, flowOf(request, this.publicUrl), {
      address: request.ip,
      device: deviceOf(request, this.publicUrl),
      browser: browserOf(request.headers['user-agent']),
      session: sessionOf(request, this.publicUrl),
    });
    if (session !== null) setSessionCookie(reply, this.publicUrl, session);
    return { returnTo };
  }

  @Get('identities')
  @Reading("The identities that open the caller's account", identityList)
  list(@Me() personId: PersonId) {
    return this.oidc.list(personId);
  }

  @ForSessions()
  @Signing()
  @Delete('identities/:id')
  @ChangingSilently('Unlink an identity', { refuses: ['NOT_FOUND'] })
  async unlink(@Me() personId: PersonId, @Param('id') id: string): Promise<void> {
    if (!isUuid(id)) throw notFound();
    await this.oidc.unlink(personId, id);
  }

  private async begin(purpose: Purpose, { returnTo }: Start, request: FastifyRequest, reply: FastifyReply) {
    const session = purpose === 'signIn' ? null : (sessionOf(request, this.publicUrl) ?? null);
    const { url, secret } = await this.oidc.start({ purpose, returnTo, session }, request.ip);
    setFlowCookie(reply, this.publicUrl, secret);
    return { url };
  }
}
