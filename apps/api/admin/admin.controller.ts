import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { technicalFacts, type TechnicalFactsView } from '@rectify/contracts';
import { ForAdministrators } from '../identity/principal';
import { Reading } from '../operations/documented';
import { TECHNICAL_FACTS, type TechnicalFacts } from './technical-facts';

/** For who keeps the installation running. No record, no row and no name of anybody else is in reach from here. */
@ApiTags('administration')
@ForAdministrators()
@Controller('api/admin')
export class AdminController {
  constructor(@Inject(TECHNICAL_FACTS) private readonly facts: TechnicalFacts) {}

  @Get('facts')
  @Reading(
    'Versions, sizes, counts of streams, when the record was carried out last, and how many accounts are in which state',
    technicalFacts,
    { refuses: ['NOT_FOUND'] },
  )
  read(): Promise<TechnicalFactsView> {
    return this.facts.read();
  }
}
