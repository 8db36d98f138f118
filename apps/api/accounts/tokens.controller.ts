import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createToken, isUuid, LIMITS, tokenCreated, tokenList } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { notFound, refused } from '../errors/problem';
import { Asking, ForSessions, Me, Signing, type Principal } from '../identity/principal';
import { Changing, ChangingSilently, Reading } from '../operations/documented';
import { TokensStore } from './tokens.store';

@ApiTags('session')
@ForSessions()
@Controller('api/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensStore) {}

  @Get()
  @Reading("The caller's tokens, without their secrets", tokenList)
  async list(@Me() personId: PersonId) {
    return { items: await this.tokens.list(personId), next: null };
  }

  @Signing()
  @Post()
  @Changing('Make a bearer token for a program; its secret is shown this once', tokenCreated, {
    status: 201,
    refuses: ['LIMIT_REACHED'],
  })
  async create(
    @Asking() principal: Principal,
    @Body({ schema: createToken }) { name, scope, days }: z.infer<typeof createToken>,
  ) {
    const made = await this.tokens.create(principal, name, scope, days);
    if (!made) throw refused('LIMIT_REACHED', { params: { max: LIMITS.token.perPerson } });
    return made;
  }

  @Delete(':id')
  @ChangingSilently('End a token')
  async remove(@Me() personId: PersonId, @Param('id') id: string): Promise<void> {
    if (!isUuid(id) || !(await this.tokens.remove(personId, id))) throw notFound();
  }
}
