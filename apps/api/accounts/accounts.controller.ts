import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accountCreated, createAccount, isUuid } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { notFound } from '../errors/problem';
import { Me } from '../identity/principal';
import { Changing, ChangingSilently } from '../operations/documented';
import { AccountsService } from './accounts.service';

@ApiTags('accounts')
@Controller('api/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Post()
  @Changing('Create a person with an account, and appoint them where asked', accountCreated, { status: 201 })
  async create(@Me() by: PersonId, @Body({ schema: createAccount }) body: z.infer<typeof createAccount>) {
    const personId = await this.accounts.create({ kind: 'person', personId: by }, body);
    return { personId, account: body.account };
  }

  @Post(':personId/disable')
  @ChangingSilently(
    "End a person's account, sessions and tokens; their posts are ended by the directory's commands",
  )
  disable(@Me() by: PersonId, @Param('personId') personId: string): Promise<void> {
    if (!isUuid(personId)) throw notFound();
    return this.accounts.disable(by, personId);
  }
}
