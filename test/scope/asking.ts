import { randomUUID } from 'node:crypto';
import { addDays, obligations, yearOfDate } from '@rectify/domain';
import { campaignStream, publicId } from '@rectify/read-models';
import { surfaces } from '../../apps/api/access/surfaces';
import type { Api } from '../api/harness/api';
import type { Told } from './oracle';

/** Questions that a surface takes besides its own. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  'GET /api/obligations': ['?box=waiting'],
  'GET /api/people': ['?box=others'],
  'GET /api/notifications': ['?box=failed'],
  'GET /api/campaigns': ['?status=open'],
  'GET /api/search': ['?q=20', '?q=%C2%ABtitle'],
};
/** What answers nothing without a question. */
const NEEDS_WORDS = ['/api/search'];

/** Of what is asked for the first time, and once more: an answer of bytes. */
export interface Bytes {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}
export type Asked = Readonly<Record<string, Bytes>>;

/** Goes on until the session ends, so it is asked apart (`streams.ts`); it says kinds, ids and versions alone. */
const ENDLESS = ['/api/events'];

const OPEN_OBLIGATIONS = 5;
const PAGED =
  /\/(problems|timeline|calendar|same-measures)$|\/(campaigns|obligations|notifications|people|units|delegations|grants|tenures)$/;

/** What a preview is asked with: the very body of the command, right enough to be looked at. It writes nothing. */
const previewed = (path: string, today: string): object => {
  const later = addDays(today, 40);
  const stages = [{ stage: 'deadlines', startOn: today, endOn: later }];
  const limits = [{ kind: 'triageProblem', limit: { n: 4, unit: 'workingDay' } }];
  if (path.endsWith('/redate-stages')) return { stages, reason: '-' };
  if (path.endsWith('/replan-campaign')) return { limits, reason: '-' };
  if (path.endsWith('/import-calendar-year')) {
    const days = [{ name: '-', date: addDays(today, 7), isOffDay: true }];
    return { year: yearOfDate(today), papers: ['-'], days };
  }
  return { format: 'rectify-organisation-1', units: [], people: [], posts: [] };
};
const ONLY: Readonly<Record<string, string>> = { calendars: 'cn', directories: 'main' };

/** Every registered preview, as `POST <path> <body>`. */
const previewsOf = ({ campaigns }: Told, today: string): readonly string[] =>
  Object.keys(surfaces)
    .filter((route) => route.startsWith('POST ') && route.includes('/previews/'))
    .flatMap((route) => {
      const only = ONLY[route.split('/')[2] ?? ''];
      // A launch has no campaign yet: it is asked of the unit of each that there is.
      if (!route.includes(':id'))
        return campaigns.map(
          ({ campaign: { unitId } }) => `${route} ${JSON.stringify({ unitId, template: 'bland-casual' })}`,
        );
      const ids = only === undefined ? campaigns.map(({ campaign: { id } }) => id) : [only];
      return ids.map((id) => `${route.replace(':id', id)} ${JSON.stringify(previewed(route, today))}`);
    });

/** Every registered surface that is read or looked ahead by, with every id of this world that it takes. */
export const questionsOf = (told: Told, today: string): readonly string[] => [
  ...readingsOf(told, today),
  ...previewsOf(told, today),
];

const readingsOf = ({ campaigns }: Told, today: string): readonly string[] =>
  Object.entries(surfaces).flatMap(([route, surface]) => {
    const [method, path = ''] = route.split(' ');
    if (method !== 'GET' || surface.reads === 'public' || ENDLESS.includes(path)) return [];
    if (typeof surface.reads === 'string') return path.includes(':') ? [] : [path];
    const of = 'of' in surface ? surface.of : undefined;
    if (of === 'campaign')
      return campaigns.flatMap(({ campaign: { id } }) => {
        const at = path.replace(':id', id);
        return 'asOf' in surface ? [at, `${at}?asOf=${today}`] : [at];
      });
    if (of === 'obligation')
      return campaigns.flatMap(({ campaign }) =>
        obligations(campaign)
          .slice(0, OPEN_OBLIGATIONS)
          .map(({ key }) => path.replace(':id', publicId(campaignStream(campaign.id), key))),
      );
    const asked = (MORE[route] ?? []).map((query) => path + query);
    return NEEDS_WORDS.includes(path) ? asked : [path, ...asked];
  });

/** Clocks tick, and a token was last used just now: nothing that anybody else did. */
const settled = (text: string): string => text.replace(/"now":"[^"]*"/g, '"now":""');
const OF_THE_MOMENT = ['date', 'keep-alive', 'connection'];

export const isPreview = (question: string): boolean => question.startsWith('POST ');

const requestOf = (question: string) => {
  if (isPreview(question)) {
    const [, url = '', ...body] = question.split(' ');
    return { method: 'POST', url, payload: body.join(' ') } as const;
  }
  const [path = '', query] = question.split('?');
  const limit = PAGED.test(path) ? 'limit=200' : '';
  const asking = [query, limit].filter(Boolean).join('&');
  return { method: 'GET', url: asking === '' ? path : `${path}?${asking}` } as const;
};

const asked = async (api: Api, question: string, token: string): Promise<Bytes> => {
  const { statusCode, headers, body } = await api.app.inject({
    ...requestOf(question),
    headers: {
      ...{ host: '127.0.0.1:3000', authorization: `Bearer ${token}` },
      ...(isPreview(question) && { 'content-type': 'application/json' }),
    },
  });
  // An ETag of what holds the time is another each time.
  const left = body.includes('"now":"') ? [...OF_THE_MOMENT, 'etag'] : OF_THE_MOMENT;
  const kept = Object.entries(headers).filter(([name]) => !left.includes(name));
  return {
    status: statusCode,
    headers: kept.map(([name, value]) => `${name}: ${String(value)}`).join('\n'),
    text: settled(body),
  };
};

export const askAll = async (api: Api, questions: readonly string[], token: string): Promise<Asked> => {
  const found: Record<string, Bytes> = {};
  for (const question of questions) found[question] = await asked(api, question, token);
  return found;
};

/** The same question about what does not exist. */
export const askUnknown = (api: Api, question: string, token: string): Promise<Bytes> => {
  const isObligation = question.startsWith('/api/obligations/');
  const unknown = isObligation
    ? question.replace(/[a-z2-7]{16}/, 'a'.repeat(16))
    : question.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, randomUUID());
  return asked(api, unknown, token);
};
