import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import { LIMITS, type OutcomeView, type WhyDueView } from '@rectify/contracts';
import { datedKeys, whyDue, type PersonId } from '@rectify/domain';
import { campaignsOf, campaignStream, lineOfEvent, publicId } from '@rectify/read-models';
import type { Pool } from 'pg';
import { CampaignAccess, type Seen } from '../access/campaign-access';
import { shownInLines } from '../access/read-classes';
import { timelineEntry } from '../campaigns/timeline.view';
import { notFound } from '../errors/problem';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';
import { Names } from '../people/names';
import { ObligationsService } from './obligations.service';

interface Known {
  readonly seen: Seen;
  readonly key: string;
}

/** Why something is due on its day, and what became of what is not owed any more. */
@Injectable()
export class ObligationHistory {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly access: CampaignAccess,
    private readonly names: Names,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** To whoever may see the obligation itself. */
  async why(personId: PersonId, id: string): Promise<WhyDueView> {
    const { key, campaign, dueOn, provisional } = await this.obligations.one(personId, id);
    const standing = campaign && (await this.application.campaign(campaign.id));
    const why = standing && whyDue(standing.campaign, key, standing.calendar);
    if (!why) return { rule: 'fixed', dueOn, provisional };
    return 'dates' in why ? { ...why, dates: [...why.dates] } : why;
  }

  /** To whoever reads the records of its campaign: who did it, and when. What is still owed has no outcome. */
  async outcome(personId: PersonId, id: string): Promise<OutcomeView> {
    const found = await this.find(personId, id);
    const event = found && (await this.application.dischargeOf(found.seen.standing.campaign.id, found.key));
    if (!found || !event) throw notFound();
    const { campaign } = found.seen.standing;
    const line = await lineOfEvent(this.pool, found.seen.scope, campaign.id, event.version);
    const lines = line ? [line] : [];
    const nameOf = await this.names.of(lines.flatMap(({ person_id }) => person_id ?? []));
    const showing = { personId, id: campaign.id, surface: 'outcome', asOf: undefined };
    await this.access.noted(shownInLines(lines), showing);
    const problem = line?.problem_id ? campaign.problems[line.problem_id] : undefined;
    return {
      campaign: {
        id: campaign.id,
        code: campaign.code,
        title: campaign.plan.title,
        titleEn: campaign.plan.titleEn,
      },
      problem: problem?.code ? { code: problem.code, title: problem.title } : null,
      kind: found.key.slice(0, found.key.indexOf(':')),
      entry: line && timelineEntry(line, nameOf),
    };
  }

  /** Among what was ever owed in the own units' latest campaigns: a public id tells no campaign. */
  private async find(personId: PersonId, id: string): Promise<Known | null> {
    const { scope } = await this.access.reader(personId);
    const { items } = await campaignsOf(this.pool, scope, { limit: LIMITS.search.campaigns });
    for (const { campaign_id: campaignId } of items) {
      const seen = await this.access.look(personId, campaignId);
      if (seen?.access !== 'records') continue;
      const stream = campaignStream(campaignId);
      const key = datedKeys(seen.standing.campaign.dated).find((each) => publicId(stream, each) === id);
      if (key !== undefined) return { seen, key };
    }
    return null;
  }
}
