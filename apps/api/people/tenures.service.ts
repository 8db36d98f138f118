import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import { LIMITS, type pageQuery } from '@rectify/contracts';
import { scopeOf, type PersonId } from '@rectify/domain';
import { tenuresOf } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';
import { Names } from './names';
import { tenureLineView } from './tenure.view';

/** The record of the posts, for those who fill them. */
@Injectable()
export class TenuresService {
  constructor(
    private readonly names: Names,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  async seenBy(personId: PersonId, { cursor, limit }: z.infer<typeof pageQuery>) {
    const { directory } = await this.application.organisation();
    const request = { after: cursor, limit: limit ?? LIMITS.list.page };
    const { items, next } = await tenuresOf(this.pool, scopeOf(directory, personId), request);
    const people = items.flatMap(({ person_id, by_person }) => [person_id, by_person ?? person_id]);
    const nameOf = await this.names.of(people);
    return { items: items.map((row) => tenureLineView(row, directory, nameOf)), next };
  }
}
