import { createHash } from 'node:crypto';
import { canonicalBytes } from '../canonical';

/** The folder's format, as docs/record.md describes it: storage like the log itself. Another meaning is another number. */
export const BUNDLE_FORMAT = 'rc-bundle@1';

/** Which streams a bundle holds: of one campaign, with all that it was decided on, or everything. */
export type BundleScope = { readonly campaign: string } | { readonly campaign: null };

/** Where a bundle comes from and what it was to hold. */
export interface Provenance {
  readonly install: string;
  readonly epoch: number;
  readonly mode: string;
  readonly madeAt: string;
  readonly scope: BundleScope;
}

/** The end of a stream's chain as the store keeps it beside the chain. */
export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/** The exact bytes that were hashed, and the hash that the store has of them. */
export interface ChainedLine {
  readonly bytes: string;
  readonly hash: string;
}

/** Streams in the order of their names, each with its events in order. */
export type ChainSource = AsyncIterable<{ readonly head: Head; readonly lines: AsyncIterable<ChainedLine> }>;

export interface Part {
  readonly name: 'events.ndjson' | 'access.ndjson';
  readonly bytes: number;
  readonly lines: number;
  readonly sha256: string;
  /** The last stream in it: what is cut off at a boundary of streams shows. */
  readonly last: string | null;
}

/** A line that opens a stream. `after` names the stream before it, so that a whole stream cannot be missing unseen. */
export const headLine = (after: string | null, { stream, version, hash }: Head): string =>
  canonicalBytes({ head: { after, hash, stream, version } });

/** Never parsed and written anew: what was hashed is what is written. */
export const eventLine = ({ bytes, hash }: ChainedLine): string => `{"event":${bytes},"hash":"${hash}"}`;

/** The manifest's text; `seal` is the hash of the rest of it. */
export const manifestText = (from: Provenance, parts: readonly Part[]): string => {
  const manifest = { format: BUNDLE_FORMAT, hash: 'sha256', ...from, parts };
  const seal = createHash('sha256').update(canonicalBytes(manifest), 'utf8').digest('hex');
  return canonicalBytes({ ...manifest, seal });
};
