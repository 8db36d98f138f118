import { createClock } from '@rectify/event-store';
import { setUpOrganisation } from '../harness/organisation';
import { eventually } from '../harness/wait';
import { makeCampaign, type BusyCampaign } from './campaigns';
import type { LoadClient } from './load';
import type { World } from './world';

export const CAMPAIGNS = 20;
const BRANCHES = 5;
const PROBLEMS = 20;
const BUSY_PROBLEMS = 50;
const BUSY_CLIENTS = 10;

/** What everything is measured on. */
export interface Field {
  readonly campaigns: readonly BusyCampaign[];
  /** The one campaign at which many work at once. */
  readonly busy: BusyCampaign;
}

/** The organisation and its campaigns, made by commands over HTTP, and a worker that has looked at each of them. */
export const prepareField = async ({ stack, pool }: World): Promise<Field> => {
  const { branches } = await setUpOrganisation(stack, { branches: BRANCHES });
  const make = (index: number, problems: number): Promise<BusyCampaign> => {
    const branch = branches[index % BRANCHES];
    if (!branch) throw new Error('there is no branch');
    return makeCampaign(branch, problems);
  };
  const campaigns = await Promise.all(Array.from({ length: CAMPAIGNS }, (_, index) => make(index, PROBLEMS)));
  const busy = await make(0, BUSY_PROBLEMS);
  const clock = createClock(pool);
  const what = 'a worker that has looked at every campaign';
  await eventually(async () => (await clock.unseen()) === 0, { timeoutMs: 120_000, everyMs: 500, what });
  return { campaigns, busy };
};

/** A client a campaign. */
export const onCampaigns = ({ campaigns }: Field, url: string): LoadClient[] =>
  campaigns.map(({ requests }) => ({ url, requests }));

/** Several clients on one stream, each with measures of its own, spread over the api processes. */
export const onOne = ({ busy }: Field, urls: readonly string[]): LoadClient[] =>
  Array.from({ length: BUSY_CLIENTS }, (_, client) => ({
    url: urls[client % urls.length] ?? '',
    requests: busy.requests.filter((_, index) => index % BUSY_CLIENTS === client),
  }));
