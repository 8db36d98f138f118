import { randomUUID } from 'node:crypto';
import { obligations } from '@rectify/domain';
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
};
/** Of what is asked for the first time, and once more: an answer of bytes. */
export interface Bytes {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}
export type Asked = Readonly<Record<string, Bytes>>;

/** Goes on until the session ends, so it is asked apart (test/api/events.spec.ts); it says kinds, ids and versions alone. */
const ENDLESS = ['/api/events'];

const OPEN_OBLIGATIONS = 5;
const PAGED = /\/(problems|timeline)$|\/(campaigns|obligations|notifications|people|units|delegations)$/;

/** Every registered surface that is read, with every id of this world that it takes. */
export const questionsOf = ({ campaigns }: Told, today: string): readonly string[] =>
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
    return [path, ...(MORE[route] ?? []).map((query) => path + query)];
  });

/** Clocks tick, and a token was last used just now: nothing that anybody else did. */
const settled = (text: string): string => text.replace(/"now":"[^"]*"/g, '"now":""');
const OF_THE_MOMENT = ['date', 'keep-alive', 'connection'];

const asked = async (api: Api, question: string, token: string): Promise<Bytes> => {
  const [path = '', query] = question.split('?');
  const limit = PAGED.test(path) ? 'limit=200' : '';
  const asking = [query, limit].filter(Boolean).join('&');
  const { statusCode, headers, body } = await api.app.inject({
    method: 'GET',
    url: asking === '' ? path : `${path}?${asking}`,
    headers: { host: '127.0.0.1:3000', authorization: `Bearer ${token}` },
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
