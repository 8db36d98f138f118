import { Inject, Injectable } from '@nestjs/common';
import type { PersonId } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { Log } from '../infrastructure/log';
import { POOL } from '../infrastructure/infrastructure.module';

export interface RefusedAuthority {
  readonly personId: PersonId;
  readonly stream: string;
  readonly command: string;
  readonly code: string;
}

/** Only the latest are kept, so that nobody can fill the disk by asking. */
const KEPT = 10_000;

@Injectable()
export class RefusalsStore {
  constructor(
    private readonly log: Log,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** What cannot be noted is no reason to answer otherwise. */
  async note({ personId, stream, command, code }: RefusedAuthority): Promise<void> {
    await rowsOf(this.pool, 'note_refusal', NOTE, [personId, stream, command, code]).catch((error: unknown) =>
      this.log.bug('a refusal could not be noted', error),
    );
  }
}

const NOTE = `WITH noted AS (
    INSERT INTO refused_authority (person_id, stream, command, code) VALUES ($1, $2, $3, $4) RETURNING id)
  DELETE FROM refused_authority r USING noted WHERE r.id <= noted.id - ${KEPT}`;
