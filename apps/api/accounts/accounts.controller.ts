import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accountCreated, createAccount, isUuid, resetPassword, resetStarted } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { notFound } from '../errors/problem';
import { ForSessions, Me, Public, Signing } from '../identity/principal';
import { Changing, ChangingSilently } from '../operations/documented';
import { AccountsService, ofAccounts } from './accounts.service';
import { ResetsService } from './resets.service';

@ApiTags('accounts')
@Controller('api')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly resets: ResetsService,
  ) {}

  @Post('accounts')
  @Changing('Create a person with an account, and appoint them where asked', accountCreated, {
    status: 201,
    refuses: ofAccounts,
  })
  async create(@Me() by: PersonId, @Body({ schema: createAccount }) body: z.infer<typeof createAccount>) {
    this.accounts.assertAcceptable(body.password, body.account, 'password');
    const personId = await this.accounts.create({ kind: 'person', personId: by }, body);
    return { personId, account: body.account };
  }

  @Post('accounts/:personId/disable')
  @ChangingSilently(
    "End a person's account, sessions and tokens; their posts are ended by the directory's commands",
    { refuses: ['NOT_YOURS'] },
  )
  disable(@Me() by: PersonId, @Param('personId') personId: string): Promise<void> {
    if (!isUuid(personId)) throw notFound();
    return this.accounts.disable(by, personId);
  }

  @ForSessions()
  @Signing()
  @Post('accounts/:personId/reset')
  @Changing(
    'Begin a new password for somebody: a link that works once, to be handed over to them',
    resetStarted,
    { status: 201, refuses: ['NOT_YOURS'] },
  )
  startReset(@Me() by: PersonId, @Param('personId') personId: string) {
    if (!isUuid(personId)) throw notFound();
    return this.resets.start(by, personId);
  }

  @Public()
  @Post('password/reset')
  @ChangingSilently('Set a new password with a link; signs nobody in', {
    isOpen: true,
    refuses: ['WRONG_RESET_LINK', 'SIGN_IN_DELAYED', 'RATE_LIMITED'],
  })
  reset(
    @Body({ schema: resetPassword }) { token, next }: z.infer<typeof resetPassword>,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.resets.use(token, next, ip);
  }
}
