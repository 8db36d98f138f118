import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import {
  LIMITS,
  type campaignsQuery,
  type CampaignView,
  type EducationView,
  type SampleListView,
  type SelfCheckListView,
  type pageQuery,
  type problemsQuery,
  type SummaryView,
  type timelineQuery,
} from '@rectify/contracts';
import {
  addDays,
  civilDateOf,
  instantAt,
  type Campaign,
  type CivilDate,
  type PersonId,
  type Scope,
} from '@rectify/domain';
import {
  campaignsOf,
  campaignStream,
  countsOf,
  ledgerOf,
  mayReadReport,
  obligationsIn,
  overdueIn,
  owedRowsOf,
  problemsOf,
  timelineOf,
  type Page,
  type ShownLedgerRow,
  pageAmong,
  placeInLedger,
} from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { CampaignAccess, type Seen } from '../access/campaign-access';
import { shownInLines, shownInReports } from '../access/read-classes';
import { notFound } from '../errors/problem';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';
import { resolved } from '../obligations/obligation.view';
import { ObligationsService } from '../obligations/obligations.service';
import { Names } from '../people/names';
import { campaignView, countsOfUnit, listItem } from './campaign.view';
import { linkedView } from './linked.view';
import { samplesView } from './look-back.view';
import { possibleActions } from './possible-actions';
import { asReported, peopleOfProblem, problemView } from './problem.view';
import { educationView, selfChecksView } from './self-checks.view';
import { showsTo } from './shown-counts';
import { summaryView } from './summary.view';
import { timelineEntry } from './timeline.view';

type PageQuery = z.infer<typeof pageQuery>;

/** Reading campaigns: lists from the read models, one campaign from its fold, so that now and then are the same view. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly access: CampaignAccess,
    private readonly obligations: ObligationsService,
    private readonly names: Names,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** The own units' campaigns; of the units below numbers only, by their codes, with the first page. */
  async list(personId: PersonId, { cursor, limit, status }: z.infer<typeof campaignsQuery>) {
    const { scope, directory, today } = await this.access.reader(personId);
    const request = { after: cursor, limit: limit ?? LIMITS.list.page, status };
    const [page, below] = await Promise.all([
      campaignsOf(this.pool, scope, request),
      cursor === undefined && scope.below.length > 0 ? countsOf(this.pool, scope) : [],
    ]);
    const ids = page.items.map((row) => row.campaign_id);
    const overdue = await overdueIn(this.pool, scope, ids, today);
    return {
      items: page.items.map((row) => listItem(row, overdue.get(row.campaign_id) ?? 0, directory)),
      next: page.next,
      below: below
        .map((each) => countsOfUnit(each, directory))
        .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
    };
  }

  async one(personId: PersonId, id: string, asOf?: CivilDate): Promise<CampaignView> {
    const seen = await this.access.see(personId, id, asOf);
    const { standing, access, scope } = seen;
    const as = { standing, scope, shows: await showsTo(this.pool, seen) };
    const linked = access === 'records' ? await this.linked(personId, standing.campaign, asOf) : [];
    if (asOf !== undefined) return campaignView(as, { access, asOf, linked, obligations: [], actions: [] });
    const today = civilDateOf(standing.now);
    const obligations = await this.obligations.mineIn(id, { scope, directory: standing.directory, today });
    return campaignView(as, {
      access,
      asOf: null,
      linked,
      obligations,
      actions: possibleActions(standing, scope, await this.mayBeLinkedFrom(scope, standing.campaign)),
    });
  }

  /** Read under this person's rights, each campaign once. */
  private async linked(personId: PersonId, campaign: Campaign, asOf?: CivilDate) {
    const ids = [...new Set(campaign.links.map(({ campaignId }) => campaignId))];
    const seen = await Promise.all(ids.map((id) => this.access.look(personId, id, asOf)));
    return linkedView(
      campaign,
      Object.fromEntries(seen.flatMap((each, at) => (each ? [[ids[at], each]] : []))),
    );
  }

  /** Whether the unit has another campaign, to whose problems this one could link. */
  private async mayBeLinkedFrom(scope: Scope, { id, unitId, screening }: Campaign): Promise<boolean> {
    if (screening) return false;
    const { items } = await campaignsOf(this.pool, scope, { unitId, limit: 2 });
    return items.some(({ campaign_id }) => campaign_id !== id);
  }

  async summary(personId: PersonId, id: string, asOf?: CivilDate): Promise<SummaryView> {
    const seen = await this.access.see(personId, id, asOf);
    return summaryView(seen, await showsTo(this.pool, seen), asOf ?? null);
  }

  async selfChecks(personId: PersonId, id: string, asOf?: CivilDate): Promise<SelfCheckListView> {
    const seen = await this.access.see(personId, id, asOf);
    const { campaign, directory, now } = seen.standing;
    const shows = await showsTo(this.pool, seen);
    const today = asOf ?? civilDateOf(now);
    const areShown = seen.access === 'records';
    return selfChecksView({ campaign, directory, today }, { areShown, shows, asOf: asOf ?? null });
  }

  async education(personId: PersonId, id: string): Promise<EducationView> {
    const { standing, access, scope } = await this.access.see(personId, id);
    if (access !== 'records') throw notFound();
    return educationView(standing.campaign, scope);
  }

  async samples(personId: PersonId, id: string): Promise<SampleListView> {
    const { standing, access } = await this.access.see(personId, id);
    if (access !== 'records') throw notFound();
    return samplesView(standing.campaign);
  }

  async problems(personId: PersonId, id: string, { asOf, at, ...query }: z.infer<typeof problemsQuery>) {
    const seen = await this.access.see(personId, id, at ?? asOf);
    const { standing, scope } = seen;
    const { directory, campaign } = standing;
    const isNow = asOf === undefined && at === undefined;
    const rows = isNow
      ? await obligationsIn(this.pool, scope, campaignStream(id))
      : owedRowsOf(scope, campaign);
    const owed = rows.map(resolved(directory));
    const page = await this.ledger(seen, query, isNow);
    const shown = page.items;
    const context = { directory, today: asOf ?? civilDateOf(standing.now), owed };
    const nameOf = await this.names.of(shown.flatMap((row) => peopleOfProblem(row, context)));
    const reports = await this.application.reports(
      campaign,
      shown.map((row) => row.problem_id),
    );
    const readableReports = Object.fromEntries(
      shown.filter(mayReadReport).map(({ problem_id: of }) => [of, reports[of]]),
    );
    await this.access.noted(shownInReports(readableReports), { personId, id, surface: 'problems', asOf });
    const items = shown.map((row) => problemView(asReported(row, reports), { ...context, nameOf }));
    return { items, next: page.next };
  }

  async timeline(personId: PersonId, id: string, query: z.infer<typeof timelineQuery>) {
    const { cursor, limit, problemId, asOf } = query;
    const { access, scope } = await this.access.see(personId, id, asOf);
    if (access !== 'records') throw notFound();
    const before = asOf && instantAt(addDays(asOf, 1), '00:00');
    const request = { after: cursor, limit: limit ?? LIMITS.list.page, problemId, before };
    const { items, next } = await timelineOf(this.pool, scope, id, request);
    const nameOf = await this.names.of(items.flatMap(({ person_id }) => person_id ?? []));
    await this.access.noted(shownInLines(items), { personId, id, surface: 'timeline', asOf });
    return { items: items.map((row) => timelineEntry(row, nameOf)), next };
  }

  /** From the rows now, from the fold of a day that is over; page by page both. */
  private async ledger(
    { standing: { campaign }, scope }: Seen,
    query: PageQuery,
    isNow: boolean,
  ): Promise<Page<ShownLedgerRow>> {
    const request = { after: query.cursor, limit: query.limit ?? LIMITS.list.page };
    return isNow
      ? problemsOf(this.pool, scope, campaign.id, request)
      : pageAmong(ledgerOf(scope, campaign), request, placeInLedger);
  }
}
