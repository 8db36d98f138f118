import type { EventStore } from '@rectify/event-store';
import { streamOf } from './aggregates';
import type { Target } from './application';
import type { Streams } from './streams';

/**
 * What a sample is drawn by: the hash of the campaign's CampaignSignedOff event, as the log has it. Nobody can send it, and
 * it stands since before anybody could want a certain sample (decision record 8). Undefined for every other command.
 */
export const signOffHashFor = async (
  { store, streams }: { readonly store: EventStore; readonly streams: Streams },
  target: Target,
): Promise<string | undefined> => {
  if (target.aggregate !== 'campaign' || target.command.type !== 'DrawSample') return undefined;
  const stream = streamOf(target);
  const known = await streams.know({ [stream]: 'campaign' });
  const { signOffVersion } = known.folded('campaign', stream).state;
  if (signOffVersion === null) return undefined;
  const [signOff] = await store.readStream(stream, signOffVersion - 1, 1);
  return signOff?.hash;
};
