import type { ServerResponse } from 'node:http';
import type { Id, PersonId } from '@rectify/domain';
import type { Told } from './told';

/** One open stream: whose, by which session or token, and what it was told last. */
export interface Listener {
  readonly personId: PersonId;
  /** Hex sha256 of the secret that it was opened with. */
  readonly secret: string;
  readonly campaignId: Id | null;
  readonly response: ServerResponse;
  /** Null until the first look at what is theirs. */
  told: Told | null;
  /** Streams in which something waited for them. */
  streams: ReadonlySet<string>;
}

/** What a listener does not take in time is not kept for it: it comes again and is told what is new by then. */
const MOST_UNSENT = 65_536;

export const write = ({ response }: Listener, text: string): void => {
  if (response.writableLength > MOST_UNSENT) response.destroy();
  else response.write(text);
};
