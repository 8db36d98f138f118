import { Body, Controller, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { preferences, type PreferencesView } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { Me } from '../identity/principal';
import { ChangingSilently } from '../operations/documented';
import { PreferencesStore } from './preferences.store';

@ApiTags('people')
@Controller('api/me/preferences')
export class PreferencesController {
  constructor(private readonly store: PreferencesStore) {}

  @Patch()
  @ChangingSilently('Choose how the pages look to the caller; what is not named stays as it was')
  choose(@Me() personId: PersonId, @Body({ schema: preferences }) chosen: PreferencesView): Promise<void> {
    return this.store.choose(personId, chosen);
  }
}
