import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  commandAccepted,
  importPreview,
  organisationImport,
  refusalsOf,
  type OrganisationImport,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { FastifyRequest } from 'fastify';
import { CommandHeaders } from '../commands/command-controllers';
import { Me } from '../identity/principal';
import { Commanding, Previewing } from '../operations/documented';
import { ImportService } from './import.service';

const TAKEN = { refuses: [...refusalsOf.directory, 'ACCOUNT_TAKEN'] } as const;

@ApiTags('directory commands')
@Controller('api/directories/:id')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post('previews/import-organisation')
  @Previewing(
    'What would become of a file of the organisation, line by line',
    importPreview,
    'directory',
    TAKEN,
  )
  preview(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Body({ schema: organisationImport }) file: OrganisationImport,
  ) {
    return this.imports.preview(personId, id, file);
  }

  @Post('commands/import-organisation')
  @CommandHeaders()
  @Commanding('Import organisation', commandAccepted, TAKEN.refuses)
  apply(
    @Me() personId: PersonId,
    @Param('id') id: string,
    @Body({ schema: organisationImport }) file: OrganisationImport,
    @Req() request: FastifyRequest,
  ) {
    return this.imports.apply(personId, id, file, request);
  }
}
