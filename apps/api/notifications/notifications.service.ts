import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, type notificationQuery } from '@rectify/contracts';
import { reachesPersons, type PersonId } from '@rectify/domain';
import { deliveriesOf, type DeliveryRow } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { POOL } from '../infrastructure/infrastructure.module';
import { Readers } from '../access/readers';
import { Names, type NameOf } from '../people/names';

/** What was sent, failed or dropped, as delivery wrote it down. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly names: Names,
    private readonly readers: Readers,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** One's own; with `box=failed` what could not be delivered in the units whose secretary one is. */
  async list(personId: PersonId, { box, cursor, limit }: z.infer<typeof notificationQuery>) {
    const { scope } = await this.readers.of(personId);
    const request = { after: cursor, limit: limit ?? LIMITS.list.page };
    const which = box === 'failed' ? 'failure' : 'delivery';
    const { items, next } = await deliveriesOf(this.pool, scope, which, request);
    const nameOf = await this.names.of(items.map(({ recipient }) => recipient));
    return { items: items.map((row) => view(row, nameOf)), next };
  }
}

const view = (row: DeliveryRow, nameOf: NameOf) => ({
  id: `${row.rung_id}/${row.recipient}/${row.channel}`,
  rung: row.rung,
  act: row.do,
  channel: row.channel,
  status: row.state,
  campaign: { id: row.campaign_id, code: row.code, title: row.title },
  problemCode: row.problem_code,
  /** Null of an outcome, which is nobody's obligation; what came of what stands in `outcome`. */
  obligation: row.outcome === null ? row.obligation_id : null,
  outcome: row.outcome?.what ?? null,
  kind: row.kind,
  recipient: reachesPersons(row.channel) ? { personId: row.recipient, name: nameOf(row.recipient) } : null,
  dueOn: row.due_on,
  at: row.at,
  attempts: row.attempts,
  error: row.last_error,
});
