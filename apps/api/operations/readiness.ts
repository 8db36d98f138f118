import { Inject, Injectable } from '@nestjs/common';
import { grantsMissing } from '@rectify/event-store';
import type { Pool } from 'pg';
import { rowsOf } from '../infrastructure/database';
import { POOL } from '../infrastructure/infrastructure.module';
import { allMigrations } from '../migrations';
const names = allMigrations.map((Migration) => new Migration().name);

const NOT_READY = { status: 'notReady', database: false, migrated: false, grantsMissing: false } as const;

@Injectable()
export class Readiness {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async check() {
    try {
      const migrated = await this.isMigrated();
      if (!migrated) return { ...NOT_READY, database: true };
      return {
        status: 'ready' as const,
        database: true,
        migrated,
        grantsMissing: await grantsMissing(this.pool),
      };
    } catch {
      return NOT_READY;
    }
  }

  private async isMigrated(): Promise<boolean> {
    const [there] = await rowsOf<{ there: boolean }>(this.pool, 'has_migrations', HAS);
    if (!there?.there) return false;
    const done = await rowsOf<{ name: string }>(this.pool, 'migrations_done', 'SELECT name FROM migrations');
    return names.every((name) => done.some((row) => row.name === name));
  }
}

const HAS = `SELECT to_regclass('migrations') IS NOT NULL AS there`;
