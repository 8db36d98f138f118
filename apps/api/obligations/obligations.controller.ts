import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { obligation, obligationList, obligationQuery, outcome, whyDue } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Reading } from '../operations/documented';
import { ObligationHistory } from './history.service';
import { ObligationsService } from './obligations.service';

@ApiTags('obligations')
@Controller('api/obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly history: ObligationHistory,
  ) {}

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

  @Get(':id/why')
  @Reading(
    'Why it is due on that day: the rule, the day it counts from, and where a holiday moved it',
    whyDue,
  )
  why(@Me() personId: PersonId, @Param('id') id: string) {
    return this.history.why(personId, id);
  }

  @Get(':id/outcome')
  @Reading('What became of what is not owed any more: who did it, and when', outcome)
  outcome(@Me() personId: PersonId, @Param('id') id: string) {
    return this.history.outcome(personId, id);
  }
}
