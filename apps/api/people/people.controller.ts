import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  delegationList,
  me,
  pageQuery,
  peopleQuery,
  personList,
  readingGrantList,
  tenureList,
  unitList,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Asking, Me, type Principal } from '../identity/principal';
import { Reading } from '../operations/documented';
import { PeopleService } from './people.service';
import { TenuresService } from './tenures.service';

@ApiTags('people')
@Controller('api')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly record: TenuresService,
  ) {}

  @Get('me')
  @Reading('Who the caller is, with posts and what they may read', me)
  me(@Asking() principal: Principal) {
    return this.people.me(principal);
  }

  @Get('people')
  @Reading(
    "The people of the caller's own units and of those whose posts they fill; box=others: who holds no post there",
    personList,
  )
  list(@Me() personId: PersonId, @Query({ schema: peopleQuery }) query: z.infer<typeof peopleQuery>) {
    return this.people.people(personId, query);
  }

  @Get('delegations')
  @Reading(
    'Powers entrusted to somebody by the caller, to the caller, or where they fill the posts',
    delegationList,
  )
  delegations(@Me() personId: PersonId, @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.people.delegations(personId, query);
  }

  @Get('grants')
  @Reading("Grants of reading: the caller's own, and of units whose posts they fill", readingGrantList)
  grants(@Me() personId: PersonId, @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.people.grants(personId, query);
  }

  @Get('tenures')
  @Reading(
    'Who held which post from when until when, and what was proposed, confirmed or declined, the latest first: for those who fill the posts there',
    tenureList,
  )
  tenures(@Me() personId: PersonId, @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.record.seenBy(personId, query);
  }

  @Get('units')
  @Reading("The caller's own units, those below, and for an administrator all", unitList)
  units(@Me() personId: PersonId, @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.people.units(personId, query);
  }
}
