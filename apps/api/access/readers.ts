import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import {
  civilDateOf,
  scopeOf,
  type CivilDate,
  type Directory,
  type PersonId,
  type Scope,
} from '@rectify/domain';
import { APPLICATION } from '../infrastructure/infrastructure.module';

/** Who reads, at this moment: what they may read, and the directory and day that it was reckoned by. */
export interface Reader {
  readonly scope: Scope;
  readonly directory: Directory;
  readonly today: CivilDate;
}

/** Makes the scope of whoever asks, anew with every request. */
@Injectable()
export class Readers {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  async day(): Promise<CivilDate> {
    return civilDateOf((await this.application.organisation()).now);
  }

  async of(personId: PersonId): Promise<Reader> {
    const { directory, now } = await this.application.organisation();
    return { scope: scopeOf(directory, personId), directory, today: civilDateOf(now) };
  }
}
