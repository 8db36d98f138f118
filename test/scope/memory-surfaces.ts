import {
  accessTo,
  admits,
  civilDateOf,
  isOverdue,
  mayRead,
  readable,
  readingOfKind,
  scopeIn,
  scopeOf,
  type Calendar,
  type Directory,
  type Instant,
  type Scope,
} from '@rectify/domain';
import { ledgerOf, maskLine, owedRowsOf, pageAmong } from '@rectify/read-models';
import { calendarItems, placeOfItem } from '../../apps/api/campaigns/calendar.view';
import { campaignView, countsOfUnit, listItem } from '../../apps/api/campaigns/campaign.view';
import { samplesView } from '../../apps/api/campaigns/look-back.view';
import { possibleActions } from '../../apps/api/campaigns/possible-actions';
import { asReported, problemView } from '../../apps/api/campaigns/problem.view';
import { educationView, selfChecksView } from '../../apps/api/campaigns/self-checks.view';
import { showsOf } from '../../apps/api/campaigns/shown-counts';
import { summaryView } from '../../apps/api/campaigns/summary.view';
import { timelineEntry } from '../../apps/api/campaigns/timeline.view';
import { isMine, obligationView, resolved, type Resolved } from '../../apps/api/obligations/obligation.view';
import {
  delegationsSeen,
  delegationView,
  grantsSeen,
  grantView,
  holdersSeen,
  othersSeen,
  personView,
  unitsSeen,
  type AccountsOf,
  type DirectorySeen,
  type Placed,
} from '../../apps/api/people/directory.view';
import { sameMeasures } from './memory-alike';
import type { Rows } from './memory-rows';
import { wordOf } from './plan';

/** Everything that is to be read, at one moment. */
export interface Readable {
  readonly directory: Directory;
  readonly now: Instant;
  readonly calendarOf: (unitId: string) => Calendar;
  readonly campaigns: readonly Rows[];
  /** What stands beside the log. */
  readonly accountsOf: AccountsOf;
}

/** What each route answers this person, or null for 404. */
export type Answers = Readonly<Record<string, unknown>>;

const nameOf = (personId: string): string => wordOf('name', personId);
const byKey =
  <Item>(key: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    key(a) < key(b) ? -1 : 1;

/** The registered surfaces over scopes, interpreted in memory: the same conditions, masks and views as over PostgreSQL. */
export const answersInMemory = (world: Readable, personId: string): Answers => {
  const scope = scopeOf(world.directory, personId);
  return {
    'GET /api/campaigns': board(world, scope),
    ...ofDirectory(world, scope),
    'GET /api/obligations': owed(world, scope, 'owing'),
    'GET /api/obligations?box=waiting': owed(world, scope, 'kept'),
    ...Object.assign({}, ...world.campaigns.map((rows) => ofCampaign(world, scope, rows))),
  };
};

const board = ({ campaigns, directory, now }: Readable, scope: Scope) => {
  const rows = campaigns.map((each) => each.board);
  const today = civilDateOf(now);
  const overdueOf = (id: string): number =>
    (campaigns.find(({ campaign }) => campaign.id === id)?.owed ?? []).filter(({ due_on: dueOn }) =>
      isOverdue({ dueOn }, today),
    ).length;
  const own = rows.filter(({ unit_id: unit }) => admits(readable.records, scope, { unit }));
  const counted = rows.filter(
    ({ unit_id: unit, status }) => admits(readable.counts, scope, { unit }) && status !== 'withdrawn',
  );
  const units = [...new Set(counted.map(({ unit_id: unit }) => unit))];
  return {
    items: own
      .sort(byKey(({ start_on, campaign_id }) => `${start_on} ${campaign_id}`))
      .reverse()
      .map((row) => listItem(row, overdueOf(row.campaign_id), directory)),
    next: null,
    below: units
      .map((unit_id) => {
        const of = counted.filter((row) => row.unit_id === unit_id);
        const sum = (of_: (row: (typeof of)[number]) => number) => of.reduce((all, row) => all + of_(row), 0);
        const counts = {
          ...{ unit_id, campaigns: of.length, open: of.filter(({ status }) => status === 'open').length },
          ...{ included: sum((row) => row.included), measures: sum((row) => row.measures) },
          ...{ closed: sum((row) => row.closed), closed_late: sum((row) => row.closed_late) },
          ...{ judged: sum((row) => row.judged), relapsed: sum((row) => row.relapsed) },
        };
        return countsOfUnit(counts, directory);
      })
      .sort(byKey(({ unit }) => unit.code)),
  };
};

const people = (seen: DirectorySeen, found: readonly Placed[], accountsOf: AccountsOf) => {
  const { items, next } = pageAmong(found, { limit: 200 }, ({ place }) => place);
  return { items: items.map(({ personId }) => personView(seen, personId, nameOf, accountsOf)), next };
};

/** What of the directory is shown. */
const ofDirectory = ({ directory, now, accountsOf }: Readable, scope: Scope): Answers => {
  const seen = { directory, now, scope };
  return {
    'GET /api/people': people(seen, holdersSeen(seen), accountsOf),
    'GET /api/people?box=others': people(seen, othersSeen(seen), accountsOf),
    'GET /api/units': pageAmong(unitsSeen(seen), { limit: 200 }, ({ code }) => [code]),
    'GET /api/grants': { items: grantsSeen(seen).map((each) => grantView(seen, each, nameOf)), next: null },
    'GET /api/delegations': {
      items: delegationsSeen(seen).map((each) => delegationView(seen, each, nameOf)),
      next: null,
    },
  };
};

const isReadable = (scope: Scope, each: Resolved): boolean =>
  isMine(scope.personId, each) ||
  (admits(readable.kept, scope, each.row) &&
    mayRead(readingOfKind(each.row.kind), scope, { unit: each.unitId }));

const owed = ({ campaigns, directory, now }: Readable, scope: Scope, which: 'owing' | 'kept') => {
  const today = civilDateOf(now);
  const found = campaigns
    .flatMap((rows) => rows.owed)
    .filter((row) => row.since <= today && admits(readable[which], scope, row))
    .map(resolved(directory))
    .filter((each) => isMine(scope.personId, each) !== (which === 'kept') && isReadable(scope, each))
    .sort(byKey(({ row }) => `${row.due_on} ${row.id}`));
  const viewer = { personId: scope.personId, today, nameOf };
  return { items: found.map((each) => obligationView(each, viewer)), next: null };
};

const ofCampaign = (world: Readable, general: Scope, rows: Rows): Answers => {
  const { directory, now } = world;
  const { campaign, version } = rows;
  const scope = scopeIn(general, campaign, directory);
  const access = accessTo(scope, campaign);
  const path = `GET /api/campaigns/${campaign.id}`;
  const surfaces = [
    '',
    '/problems',
    '/timeline',
    '/calendar',
    '/summary',
    '/self-checks',
    '/education',
    '/samples',
    '/same-measures',
  ];
  if (access === 'none') return Object.fromEntries(surfaces.map((surface) => [path + surface, null]));
  const calendar = world.calendarOf(campaign.unitId);
  const standing = { campaign, version, now, directory, calendar };
  const seen = { standing, access, scope };
  const today = civilDateOf(now);
  const shows = showsOf(seen, access === 'records' ? [] : inUnit(world, scope, campaign.unitId));
  const areRecords = access === 'records';
  const owedHere = owedRowsOf(scope, campaign).map(resolved(directory));
  const mine = owedHere.filter((each) => each.row.since <= today && isMine(scope.personId, each));
  const context = { directory, today, nameOf, owed: [...owedHere].sort(byKey(dueFirst)) };
  const [hasOthers] = [world.campaigns.some((other) => isBeside(scope, rows, other))];
  return {
    [path]: campaignView(
      { standing, scope, shows },
      {
        ...{ access, asOf: null, linked: [] },
        obligations: mine
          .sort(byKey(dueFirst))
          .map((each) => obligationView(each, { personId: scope.personId, today, nameOf })),
        actions: possibleActions(standing, scope, !campaign.screening && hasOthers),
      },
    ),
    [`${path}/problems`]: {
      items: [...ledgerOf(scope, campaign)]
        .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || a.place - b.place)
        .map((row) => problemView(asReported(row, rows.reports ?? {}), context)),
      next: null,
    },
    [`${path}/timeline`]: areRecords
      ? {
          items: [...rows.timeline]
            .sort((a, b) => b.version - a.version || b.line - a.line)
            .map((line) => timelineEntry(maskLine(scope, campaign.unitId, line), nameOf)),
          next: null,
        }
      : null,
    [`${path}/calendar`]: {
      ...pageAmong(calendarItems(seen, today, nameOf), { limit: 200 }, placeOfItem),
      asOf: null,
    },
    [`${path}/summary`]: summaryView(seen, shows, null),
    [`${path}/self-checks`]: selfChecksView(
      { campaign, directory, today },
      { areShown: areRecords, shows, asOf: null },
    ),
    [`${path}/education`]: areRecords ? educationView(campaign, scope) : null,
    [`${path}/samples`]: areRecords ? samplesView(campaign) : null,
    [`${path}/same-measures`]: sameMeasures(world, general, scope, rows),
  };
};

const dueFirst = ({ row }: Resolved): string => `${row.due_on} ${row.id}`;

const inUnit = ({ campaigns }: Readable, scope: Scope, unitId: string) =>
  campaigns
    .map(({ board: row }) => row)
    .filter(({ unit_id: unit, status }) => unit === unitId && status !== 'withdrawn')
    .filter(({ unit_id: unit }) => admits(readable.counts, scope, { unit }))
    .sort(byKey(({ campaign_id }) => campaign_id));

const isBeside = (scope: Scope, { board: one }: Rows, { board: other }: Rows): boolean =>
  other.unit_id === one.unit_id &&
  other.campaign_id !== one.campaign_id &&
  admits(readable.records, scope, { unit: other.unit_id });
