import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, type obligationQuery, type ObligationView } from '@rectify/contracts';
import { admits, mayRead, readable, readingOfKind, type PersonId } from '@rectify/domain';
import {
  campaignStream,
  obligationById,
  obligationsIn,
  obligationsOf,
  pageAmong,
} from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { Readers, type Reader } from '../access/readers';
import { notFound } from '../errors/problem';
import { POOL } from '../infrastructure/infrastructure.module';
import { Names } from '../people/names';
import { isMine, obligationView, peopleOf, resolved, type Resolved } from './obligation.view';

type Query = z.infer<typeof obligationQuery>;
type Keep = (each: Resolved) => boolean;
interface Asked {
  readonly keep: Keep;
  readonly limit: number;
  readonly after: string | undefined;
}

/** Theirs to do now, or of their own unit. What merely might be theirs was found by its references, and is not shown. */
const isReadable = ({ scope }: Reader, each: Resolved): boolean =>
  isMine(scope.personId, each) ||
  (admits(readable.kept, scope, each.row) &&
    mayRead(readingOfKind(each.row.kind), scope, { unit: each.unitId }));

const PAGES = 50;

/** What is owed, by whom: rows are found by reference and kept by whom they resolve to, at this moment. */
@Injectable()
export class ObligationsService {
  constructor(
    private readonly names: Names,
    private readonly readers: Readers,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** Mine, or those of my units that wait for others; only what has begun. The earliest due first. */
  async list(personId: PersonId, { box, campaign, limit = LIMITS.list.page, cursor }: Query) {
    const reader = await this.readers.of(personId);
    const which = box === 'waiting' ? 'kept' : 'owing';
    const keep: Keep = (each) => isMine(personId, each) !== (which === 'kept') && isReadable(reader, each);
    const found =
      campaign === undefined
        ? await this.gather(reader, which, { keep, limit, after: cursor })
        : await this.pageOfCampaign(campaign, reader, { keep, limit, after: cursor });
    return { items: await this.views(reader, found.kept), next: found.next };
  }

  /** To whoever it waits for, and to readers of the unit's records. */
  async one(personId: PersonId, id: string): Promise<ObligationView> {
    const reader = await this.readers.of(personId);
    const row = await obligationById(this.pool, reader.scope, id);
    const each = row && resolved(reader.directory)(row);
    if (!each || !isReadable(reader, each)) throw notFound();
    return (await this.views(reader, [each]))[0] as ObligationView;
  }

  /** Everything in one campaign that waits for this person now. */
  async mineIn(campaignId: string, reader: Reader): Promise<ObligationView[]> {
    const keep: Keep = (each) => isMine(reader.scope.personId, each);
    return this.views(reader, await this.ofCampaign(campaignId, reader, keep));
  }

  /** What waits for somebody, as far as it fits a page: a digest that changes with it, and the streams it stands in. */
  async outline(personId: PersonId): Promise<{ digest: string; streams: ReadonlySet<string> }> {
    const reader = await this.readers.of(personId);
    const keep: Keep = (each) => isMine(personId, each) && isReadable(reader, each);
    const { kept } = await this.gather(reader, 'owing', {
      keep,
      limit: LIMITS.list.maxPage,
      after: undefined,
    });
    const hash = createHash('sha256');
    for (const { row } of kept) hash.update(`${row.id} ${row.due_on} ${row.due_version}\n`);
    const streams = new Set(kept.map(({ row }) => row.stream));
    return { digest: hash.digest('base64url').slice(0, 22), streams };
  }

  day() {
    return this.readers.day();
  }

  private async views({ scope, today }: Reader, each: readonly Resolved[]): Promise<ObligationView[]> {
    const nameOf = await this.names.of(each.flatMap(peopleOf));
    return each.map((one) => obligationView(one, { personId: scope.personId, today, nameOf }));
  }

  private async pageOfCampaign(campaignId: string, reader: Reader, { keep, ...request }: Asked) {
    const found = await this.ofCampaign(campaignId, reader, keep);
    const { items, next } = pageAmong(found, request, ({ row }) => [row.due_on, row.id]);
    return { kept: [...items], next };
  }

  private async ofCampaign(
    campaignId: string,
    { scope, directory, today }: Reader,
    keep: Keep,
  ): Promise<Resolved[]> {
    const rows = await obligationsIn(this.pool, scope, campaignStream(campaignId));
    return rows
      .filter(({ since }) => since <= today)
      .map(resolved(directory))
      .filter(keep);
  }

  /** Reads on until a page is full: what the references find is more than what resolves to the caller. */
  private async gather(
    { scope, directory, today }: Reader,
    which: 'owing' | 'kept',
    more: Asked,
  ): Promise<{ kept: Resolved[]; next: string | null }> {
    const kept: Resolved[] = [];
    let after = more.after;
    for (let page = 0; page < PAGES; page += 1) {
      const request = { after, limit: more.limit - kept.length, begun: today };
      const { items, next } = await obligationsOf(this.pool, scope, which, request);
      kept.push(...items.map(resolved(directory)).filter(more.keep));
      if (next === null || kept.length >= more.limit) return { kept, next };
      after = next;
    }
    return { kept, next: after ?? null };
  }
}
