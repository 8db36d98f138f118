import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import { LIMITS, type obligationQuery, type ObligationView } from '@rectify/contracts';
import {
  civilDateOf,
  referencesOf,
  scope,
  unitReferences,
  type CivilDate,
  type Directory,
  type PersonId,
} from '@rectify/domain';
import { campaignStream, obligationById, obligationsByRefs, obligationsOfStream } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { accessTo } from '../access/access';
import { notFound } from '../errors/problem';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';
import { Names } from '../people/names';
import { isMine, obligationView, peopleOf, resolved, type Resolved } from './obligation.view';

type Query = z.infer<typeof obligationQuery>;
type Keep = (each: Resolved) => boolean;

const isReader = (directory: Directory, personId: PersonId, { unitId }: Resolved): boolean =>
  unitId !== null && accessTo(directory, personId, unitId) === 'records';

const PAGES = 50;

/** What is owed, by whom: rows are found by reference and kept by whom they resolve to, at this moment. */
@Injectable()
export class ObligationsService {
  constructor(
    private readonly names: Names,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** Mine, or those of my units that wait for others; only what has begun. The earliest due first. */
  async list(personId: PersonId, query: Query) {
    const { directory, today } = await this.present();
    const isWaiting = query.box === 'waiting';
    // Every obligation of a unit is found under its secretary, who steps in where nobody else may act.
    const refs = isWaiting
      ? scope(directory, personId).rows.flatMap((unitId) => unitReferences(directory, unitId, 'secretary'))
      : referencesOf(directory, personId);
    const keep: Keep = (each) => isMine(personId, each) !== isWaiting;
    const limit = query.limit ?? LIMITS.list.page;
    const found =
      query.campaign === undefined
        ? await this.gather(refs, { directory, today, keep, limit, after: query.cursor })
        : { kept: await this.ofCampaign(query.campaign, { directory, today, personId, keep }), next: null };
    return { items: await this.views(personId, found.kept, today), next: found.next };
  }

  /** To whoever it waits for, and to readers of the unit's records. */
  async one(personId: PersonId, id: string): Promise<ObligationView> {
    const { directory, today } = await this.present();
    const row = await obligationById(this.pool, id);
    const each = row && resolved(directory)(row);
    const isReadable = each && (isMine(personId, each) || isReader(directory, personId, each));
    if (!each || !isReadable) throw notFound();
    return (await this.views(personId, [each], today))[0] as ObligationView;
  }

  /** Everything in one campaign that waits for this person now. */
  async mineIn(
    campaignId: string,
    personId: PersonId,
    directory: Directory,
    today: CivilDate,
  ): Promise<ObligationView[]> {
    const keep: Keep = (each) => isMine(personId, each);
    return this.views(
      personId,
      await this.ofCampaign(campaignId, { directory, today, personId, keep }),
      today,
    );
  }

  private async present(): Promise<{ directory: Directory; today: CivilDate }> {
    const { directory, now } = await this.application.organisation();
    return { directory, today: civilDateOf(now) };
  }

  private async views(
    personId: PersonId,
    each: readonly Resolved[],
    today: CivilDate,
  ): Promise<ObligationView[]> {
    const nameOf = await this.names.of(each.flatMap(peopleOf));
    return each.map((one) => obligationView(one, { personId, today, nameOf }));
  }

  private async ofCampaign(
    campaignId: string,
    {
      directory,
      today,
      personId,
      keep,
    }: { directory: Directory; today: CivilDate; personId: PersonId; keep: Keep },
  ): Promise<Resolved[]> {
    const rows = await obligationsOfStream(this.pool, campaignStream(campaignId));
    return rows
      .filter(({ since }) => since <= today)
      .map(resolved(directory))
      .filter(keep)
      .filter((each) => isMine(personId, each) || isReader(directory, personId, each));
  }

  /** Reads on until a page is full: what the references find is more than what resolves to the caller. */
  private async gather(
    refs: readonly string[],
    more: { directory: Directory; today: CivilDate; keep: Keep; limit: number; after: string | undefined },
  ): Promise<{ kept: Resolved[]; next: string | null }> {
    const kept: Resolved[] = [];
    let after = more.after;
    for (let page = 0; page < PAGES; page += 1) {
      const request = { after, limit: more.limit - kept.length, begun: more.today };
      const { items, next } = await obligationsByRefs(this.pool, refs, request);
      kept.push(...items.map(resolved(more.directory)).filter(more.keep));
      if (next === null || kept.length >= more.limit) return { kept, next };
      after = next;
    }
    return { kept, next: after ?? null };
  }
}
