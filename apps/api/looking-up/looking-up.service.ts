import { Inject, Injectable } from '@nestjs/common';
import {
  LIMITS,
  type ActView,
  type actsQuery,
  type FoundView,
  type SameMeasureView,
  type sameMeasuresQuery,
  type searchQuery,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { actsOf, alikeOf, searchProblems, type FoundRow, type Page } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { CampaignAccess } from '../access/campaign-access';
import { shownInLines } from '../access/read-classes';
import { timelineEntry } from '../campaigns/timeline.view';
import { POOL } from '../infrastructure/infrastructure.module';
import { Names } from '../people/names';
import { sameMeasureView } from './same-measure.view';

/** What is read across campaigns: what somebody looks for, and what they did. */
@Injectable()
export class LookingUpService {
  constructor(
    private readonly access: CampaignAccess,
    private readonly names: Names,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  async search(
    personId: PersonId,
    { q, cursor, limit }: z.infer<typeof searchQuery>,
  ): Promise<Page<FoundView>> {
    const { scope } = await this.access.reader(personId);
    const request = { words: q, after: cursor, limit: limit ?? LIMITS.search.found };
    const { items, next } = await searchProblems(this.pool, scope, request);
    return { items: items.map(foundView), next };
  }

  /** R3.14: reckoned at the reading, and only among what this person reads; of now alone. */
  async sameMeasures(
    personId: PersonId,
    id: string,
    { problemId, cursor, limit }: z.infer<typeof sameMeasuresQuery>,
  ): Promise<Page<SameMeasureView>> {
    const { scope, standing } = await this.access.see(personId, id);
    const request = { after: cursor, limit: limit ?? LIMITS.list.page, problemId };
    const { items, next } = await alikeOf(this.pool, scope, id, request);
    return { items: items.map((row) => sameMeasureView(row, standing.directory)), next };
  }

  async acts(personId: PersonId, { cursor, limit }: z.infer<typeof actsQuery>): Promise<Page<ActView>> {
    const { scope } = await this.access.reader(personId);
    const { items, next } = await actsOf(this.pool, scope, {
      after: cursor,
      limit: limit ?? LIMITS.list.page,
    });
    const nameOf = await this.names.of(items.flatMap(({ line }) => line.person_id ?? []));
    const byCampaign = new Map(items.map(({ campaign }) => [campaign.id, campaign]));
    for (const id of byCampaign.keys()) {
      const lines = items.filter(({ campaign }) => campaign.id === id).map(({ line }) => line);
      await this.access.noted(shownInLines(lines), { personId, id, surface: 'acts', asOf: undefined });
    }
    return {
      items: items.map(({ line, campaign, problem }) => ({
        campaign,
        problem,
        entry: timelineEntry(line, nameOf),
      })),
      next,
    };
  }
}

const foundView = (row: FoundRow): FoundView => ({
  id: row.problem_id,
  code: row.code,
  title: row.title,
  status: row.status,
  dueOn: row.due_on,
  campaign: {
    id: row.campaign_id,
    code: row.campaign_code,
    title: row.campaign_title,
    titleEn: row.campaign_title_en,
  },
});
