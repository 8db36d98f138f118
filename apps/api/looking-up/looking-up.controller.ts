import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  actList,
  actsQuery,
  foundList,
  sameMeasureList,
  sameMeasuresQuery,
  searchQuery,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Me } from '../identity/principal';
import { Reading } from '../operations/documented';
import { LookingUpService } from './looking-up.service';

@ApiTags('looking up')
@Controller('api')
export class LookingUpController {
  constructor(private readonly lookingUp: LookingUpService) {}

  @Get('search')
  @Reading("The own units' numbered problems whose number or title has these words", foundList)
  search(@Me() personId: PersonId, @Query({ schema: searchQuery }) query: z.infer<typeof searchQuery>) {
    return this.lookingUp.search(personId, query);
  }

  @Get('acts')
  @Reading('What the caller did in the campaigns of the own units, the latest first', actList)
  acts(@Me() personId: PersonId, @Query({ schema: actsQuery }) query: z.infer<typeof actsQuery>) {
    return this.lookingUp.acts(personId, query);
  }

  @Get('campaigns/:id/same-measures')
  @Reading(
    'Measures that stand word for word in another plan, among the plans whose measures the caller reads: a hint that refuses nothing',
    sameMeasureList,
  )
  sameMeasures(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Query({ schema: sameMeasuresQuery }) query: z.infer<typeof sameMeasuresQuery>,
  ) {
    return this.lookingUp.sameMeasures(personId, id, query);
  }
}
