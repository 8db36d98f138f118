import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Api } from '../api/harness/api';
import { openStream } from '../api/harness/event-stream';
import { isConcerned, type Told } from './oracle';

/** The id that a stream begins with says all that its listener is told: a version, where they may know it, and a digest. */
interface Begun {
  readonly campaignId: string;
  readonly id: string;
}

const begun = async (
  { app }: Api,
  campaignId: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> => {
  const server = app.getHttpServer();
  if (!server.listening) await app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  const stream = await openStream(`http://127.0.0.1:${port}/api/events?campaign=${campaignId}`, {
    ...headers,
  });
  const first = await stream.next();
  stream.close();
  if (first?.event !== 'listening' || JSON.stringify(first.data) !== '{}')
    throw new Error(
      `P2 a stream that begins with more than that it listens: ${stream.status} ${JSON.stringify(first)}`,
    );
  return first.id;
};

const versionOf = (id: string): string => id.split('.')[0] ?? '';

interface Listening {
  readonly token: string;
  readonly told: Told;
  readonly viewer: string;
}

/** P1 P2: of a campaign that is not theirs to know somebody is told what they are told of none at all. */
export const heardOf = async (api: Api, { token, told, viewer }: Listening): Promise<readonly Begun[]> => {
  const headers = { authorization: `Bearer ${token}` };
  const found: Begun[] = [];
  const none = await begun(api, randomUUID(), headers);
  // So few that they are within what one person may hold open, were none of them closed yet.
  for (const { campaign } of told.campaigns.slice(0, 2)) {
    const id = await begun(api, campaign.id, headers);
    const isTold = versionOf(id) !== '-';
    if (isTold !== isConcerned(campaign, told.directory, viewer))
      throw new Error(`P6 P2 a stream tells of ${campaign.id}: ${String(isTold)}`);
    if (!isTold && id !== none)
      throw new Error(`P2 a stream differs from that of no campaign: ${id} ${none}`);
    found.push({ campaignId: campaign.id, id });
  }
  return found;
};

/** P3: who comes again after something went on elsewhere is told of nothing new. Answers how often it was looked. */
export const expectNothingNew = async (
  api: Api,
  before: readonly Begun[],
  token: string,
): Promise<number> => {
  const [one] = before.filter(({ id }) => versionOf(id) === '-');
  if (!one) return 0;
  const headers = { authorization: `Bearer ${token}`, 'last-event-id': one.id };
  const id = await begun(api, one.campaignId, headers);
  if (id !== one.id) throw new Error(`P3 a stream tells of what is elsewhere: ${one.id} ${id}`);
  return 1;
};
