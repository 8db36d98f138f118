import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  accountCreated,
  addAccount,
  createAccount,
  isUuid,
  resetPassword,
  resetStarted,
} from '@rectify/contracts';
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
    const owner = await this.accounts.create({ kind: 'person', personId: by }, body);
    return { ...owner, account: body.account };
  }

  @Post('people/:personId/accounts')
  @Changing(
    'One more account for somebody who is there; nobody knows its password, which is begun by a link',
    accountCreated,
    { status: 201, refuses: ['NOT_YOURS', 'ACCOUNT_TAKEN', 'LIMIT_REACHED', 'RATE_LIMITED'] },
  )
  async add(
    @Me() by: PersonId,
    @Param('personId') personId: string,
    @Body({ schema: addAccount }) { account }: z.infer<typeof addAccount>,
  ) {
    if (!isUuid(personId)) throw notFound();
    return { ...(await this.accounts.add(by, personId, account)), account };
  }

  @Post('accounts/:accountId/disable')
  @ChangingSilently(
    "End an account with its sessions and tokens; its person's posts are ended by the directory's commands",
    { refuses: ['NOT_YOURS'] },
  )
  disable(@Me() by: PersonId, @Param('accountId') accountId: string): Promise<void> {
    if (!isUuid(accountId)) throw notFound();
    return this.accounts.disable(by, accountId);
  }

  @ForSessions()
  @Signing()
  @Post('accounts/:accountId/reset')
  @Changing(
    'Begin a new password for somebody: a link that works once, to be handed over to them',
    resetStarted,
    { status: 201, refuses: ['NOT_YOURS'] },
  )
  startReset(@Me() by: PersonId, @Param('accountId') accountId: string) {
    if (!isUuid(accountId)) throw notFound();
    return this.resets.start(by, accountId);
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
