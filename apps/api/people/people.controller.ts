import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { me, personList } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { Asking, Me, type Principal } from '../identity/principal';
import { Reading } from '../operations/documented';
import { PeopleService } from './people.service';

@ApiTags('people')
@Controller('api')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('me')
  @Reading('Who the caller is, with posts and what they may read', me)
  me(@Asking() principal: Principal) {
    return this.people.me(principal);
  }

  @Get('people')
  @Reading("The people of the caller's own units, with their posts", personList)
  list(@Me() personId: PersonId) {
    return this.people.ofOwnUnits(personId);
  }
}
