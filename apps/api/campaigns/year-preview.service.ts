import { Inject, Injectable } from '@nestjs/common';
import type { Application, Standing } from '@rectify/application';
import { LIMITS, type CalendarPreview, type calendarCommands } from '@rectify/contracts';
import {
  calendarFor,
  calendarWith,
  civilDateOf,
  obligations,
  recomputation,
  type Calendar,
  type PersonId,
} from '@rectify/domain';
import { campaignsOf } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { CampaignAccess } from '../access/campaign-access';
import { notFound, refused } from '../errors/problem';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';

/** What the processes would reckon anew after an import, by the same pure function, before it is made (decision record 9). */
@Injectable()
export class YearPreviewService {
  constructor(
    private readonly access: CampaignAccess,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** Throws what the import itself would be refused with. */
  async of(
    personId: PersonId,
    id: string,
    source: z.infer<typeof calendarCommands.ImportCalendarYear>,
  ): Promise<CalendarPreview> {
    if (id !== 'cn') throw notFound();
    const { calendar, directory, now } = await this.application.organisation();
    const { scope } = await this.access.reader(personId);
    const then = calendarWith(calendar, source, { now, actor: { kind: 'person', personId }, directory });
    if (!then.ok) throw refused(then.refusal.code, then.refusal);
    const page = { after: undefined, limit: LIMITS.list.previewed, status: 'open' } as const;
    const { items, next } = await campaignsOf(this.pool, scope, page);
    const campaigns: CalendarPreview['campaigns'] = [];
    // One after the other: a look ahead must not take the connections of whoever acts.
    for (const { campaign_id } of items) {
      const seen = await this.access.look(personId, campaign_id);
      const moved = seen?.access === 'records' ? movedIn(seen.standing, then.calendar) : null;
      if (moved) campaigns.push(moved);
    }
    return { campaigns, looked: items.length, more: next !== null };
  }
}

const movedIn = (
  { campaign, directory, now }: Standing,
  calendar: Calendar,
): CalendarPreview['campaigns'][number] | null => {
  const moved = recomputation(campaign, calendarFor(calendar, directory, campaign.unitId), civilDateOf(now));
  if (!moved) return null;
  const owed = new Map(obligations(campaign).map((each) => [each.key, each.kind]));
  return {
    id: campaign.id,
    code: campaign.code,
    title: campaign.plan.title,
    stages: [...moved.stages],
    obligations: moved.obligations.flatMap(({ key, from, to }) => {
      const kind = owed.get(key);
      return kind === undefined ? [] : [{ key, kind, from, to }];
    }),
  };
};
