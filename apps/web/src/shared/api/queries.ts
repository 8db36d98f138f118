import type { CivilDate } from '@rectify/domain';
import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query';
import { ROWS_IN_PAGE } from '../ui/rows-in-page';
import { send } from './client';
import type {
  Act,
  Campaign,
  CampaignCalendar,
  CampaignList,
  CampaignListItem,
  ChannelState,
  Clock,
  Delegation,
  DemoAccountList,
  Identity,
  Found,
  Me,
  Notification,
  Obligation,
  OfficialCalendar,
  OidcOffer,
  Outcome,
  Person,
  Problem,
  ReadingGrant,
  Sample,
  Session,
  SameMeasure,
  SetUpState,
  Summary,
  TechnicalFacts,
  Template,
  TemplateList,
  TenureLine,
  TimelineEntry,
  Token,
  Totp,
  Unit,
  WhyDue,
} from './types';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

interface Asking {
  readonly signal: AbortSignal;
  readonly client: QueryClient;
  readonly queryKey: readonly unknown[];
}

const LONGEST_PAGE = 200;

/** Where the first rows of a long list stand while the rest of it is on its way. */
const firstKey = (key: readonly unknown[]): readonly unknown[] => [...key, 'first'];

/**
 * A whole list: its pages one after the other. Lists here are one person's or one campaign's, not the log. `first`: as
 * many rows as are shown at once come alone, and can be shown before the others are there.
 */
const all = async <Item>(
  path: string,
  { signal, client, queryKey }: Asking,
  first: number | null,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const limit = cursor === null && first !== null ? first : LONGEST_PAGE;
    const page: Page<Item> = await send<Page<Item>>(
      `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${at}`,
      { signal },
    );
    items.push(...page.items);
    if (cursor === null && first !== null && page.next !== null)
      client.setQueryData(firstKey(queryKey), page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
};

const one = <Answer>(key: readonly unknown[], path: string) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => send<Answer>(path, { signal }) });

const list = <Item>(key: readonly unknown[], path: string, first: number | null = null) =>
  queryOptions({ queryKey: key, queryFn: (asking) => all<Item>(path, asking, first) });

/** A day that is over is another reading of the same. */
const asOfKey = (asOf: CivilDate | undefined): readonly string[] => (asOf === undefined ? [] : [asOf]);
const asOfPart = (asOf: CivilDate | undefined, sign = '?'): string =>
  asOf === undefined ? '' : `${sign}asOf=${asOf}`;

export type Box = 'mine' | 'waiting';

/** Every reading of the pages. What a command may change stands under `work`, so that one act refreshes just that. */
export const queries = {
  me: () => one<Me>(['me'], '/api/me'),
  sessions: () => list<Session>(['own', 'sessions'], '/api/sessions'),
  tokens: () => list<Token>(['own', 'tokens'], '/api/tokens'),
  totp: () => one<Totp>(['own', 'totp'], '/api/totp'),
  identities: () => list<Identity>(['own', 'identities'], '/api/oidc/identities'),
  oidc: () => one<OidcOffer>(['oidc'], '/api/oidc'),
  clock: () => one<Clock>(['work', 'clock'], '/api/clock'),
  setUp: () => one<SetUpState>(['setup'], '/api/setup'),
  demoAccounts: () => one<DemoAccountList>(['demo-accounts'], '/api/demo/accounts'),
  people: () => list<Person>(['work', 'people'], '/api/people'),
  /** Whoever holds no post, for those who fill posts. */
  otherPeople: () => list<Person>(['work', 'people', 'others'], '/api/people?box=others'),
  delegations: () => list<Delegation>(['work', 'delegations'], '/api/delegations'),
  /** The latest only: it grows as long as the organisation does. */
  tenures: () => one<Page<TenureLine>>(['work', 'people', 'tenures'], '/api/tenures?limit=50'),
  grants: () => list<ReadingGrant>(['work', 'grants'], '/api/grants'),
  units: () => list<Unit>(['work', 'units'], '/api/units'),
  officialCalendar: () => one<OfficialCalendar>(['work', 'days'], '/api/calendars/cn'),
  notifications: (box: 'mine' | 'failed') =>
    list<Notification>(['work', 'notifications', box], `/api/notifications?box=${box}`),
  channels: () => list<ChannelState>(['work', 'channels'], '/api/channels'),
  /** For who keeps the installation running; for everybody else there is no such thing. */
  facts: () => one<TechnicalFacts>(['work', 'facts'], '/api/admin/facts'),
  templates: () => one<TemplateList>(['templates'], '/api/templates'),
  template: (slug: string) => one<Template>(['templates', slug], `/api/templates/${slug}`),
  obligations: (box: Box) => list<Obligation>(['work', 'obligations', box], `/api/obligations?box=${box}`),
  obligation: (id: string) => one<Obligation>(['work', 'obligation', id], `/api/obligations/${id}`),
  whyDue: (id: string) => one<WhyDue>(['work', 'obligation', id, 'why'], `/api/obligations/${id}/why`),
  outcome: (id: string) =>
    one<Outcome>(['work', 'obligation', id, 'outcome'], `/api/obligations/${id}/outcome`),
  /** The latest only: what was done long ago stands in its campaign's record. */
  acts: () => one<Page<Act>>(['work', 'acts'], '/api/acts?limit=100'),
  search: (words: string) =>
    one<Page<Found>>(['work', 'search', words], `/api/search?q=${encodeURIComponent(words)}`),
  campaigns: () => list<CampaignListItem>(['work', 'campaigns'], '/api/campaigns'),
  /** Units below are counted beside the first page. */
  below: () => one<CampaignList>(['work', 'campaigns', 'below'], '/api/campaigns?limit=1'),
  campaign: (id: string, asOf?: CivilDate) =>
    one<Campaign>(['work', 'campaign', id, ...asOfKey(asOf)], `/api/campaigns/${id}${asOfPart(asOf)}`),
  problems: (id: string, asOf?: CivilDate) =>
    list<Problem>(
      ['work', 'campaign', id, 'problems', ...asOfKey(asOf)],
      `/api/campaigns/${id}/problems${asOfPart(asOf)}`,
      ROWS_IN_PAGE,
    ),
  /** The first of them, once they have come before the others; nothing asks for them by themselves. */
  firstProblems: (id: string, asOf?: CivilDate) =>
    queryOptions<readonly Problem[]>({
      queryKey: firstKey(queries.problems(id, asOf).queryKey),
      queryFn: skipToken,
    }),
  /** As they stood with the event of that number. */
  problemsAt: (id: string, version: number) =>
    list<Problem>(
      ['work', 'campaign', id, 'problems', 'at', version],
      `/api/campaigns/${id}/problems?at=${version}`,
    ),
  timeline: (id: string, asOf?: CivilDate) =>
    list<TimelineEntry>(
      ['work', 'campaign', id, 'timeline', ...asOfKey(asOf)],
      `/api/campaigns/${id}/timeline${asOfPart(asOf)}`,
    ),
  problemTimeline: (id: string, problemId: string, asOf?: CivilDate) =>
    list<TimelineEntry>(
      ['work', 'campaign', id, 'timeline', problemId, ...asOfKey(asOf)],
      `/api/campaigns/${id}/timeline?problemId=${problemId}${asOfPart(asOf, '&')}`,
    ),
  samples: (id: string) => list<Sample>(['work', 'campaign', id, 'samples'], `/api/campaigns/${id}/samples`),
  /** As many as a note beside a plan can hold. */
  sameMeasures: (id: string, problemId: string) =>
    one<Page<SameMeasure>>(
      ['work', 'campaign', id, 'same-measures', problemId],
      `/api/campaigns/${id}/same-measures?problemId=${problemId}&limit=20`,
    ),
  calendar: (id: string, asOf?: CivilDate) =>
    list<CampaignCalendar['items'][number]>(
      ['work', 'campaign', id, 'calendar', ...asOfKey(asOf)],
      `/api/campaigns/${id}/calendar${asOfPart(asOf)}`,
    ),
  summary: (id: string, asOf?: CivilDate) =>
    one<Summary>(
      ['work', 'campaign', id, 'summary', ...asOfKey(asOf)],
      `/api/campaigns/${id}/summary${asOfPart(asOf)}`,
    ),
};
