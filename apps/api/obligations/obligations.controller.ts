import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { obligation, obligationList, obligationQuery } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Reading } from '../operations/documented';
import { ObligationsService } from './obligations.service';

@ApiTags('obligations')
@Controller('api/obligations')
export class ObligationsController {
  constructor(private readonly obligations: ObligationsService) {}

  @Get()
  @Reading(
    'What the caller owes now, with the acts that discharge it; box=waiting: what others owe in own units',
    obligationList,
  )
  list(@Me() personId: PersonId, @Query({ schema: obligationQuery }) query: z.infer<typeof obligationQuery>) {
    return this.obligations.list(personId, query);
  }

  @Get(':id')
  @Reading('One obligation by its public id', obligation)
  one(@Me() personId: PersonId, @Param('id') id: string) {
    return this.obligations.one(personId, id);
  }
}
