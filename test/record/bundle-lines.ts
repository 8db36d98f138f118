import { createHash } from 'node:crypto';
import { canonicalBytes } from '../../libs/event-store/canonical';
import { manifestText, type Part, type Provenance } from '../../libs/event-store/record/bundle';

/** A bundle taken apart: the lines of its parts without their ends. */
export interface BundleLines {
  readonly manifest: string;
  readonly events: readonly string[];
  readonly access: readonly string[];
}
export type PartName = 'events' | 'access';
export const fileOf = { events: 'events.ndjson', access: 'access.ndjson' } as const;

type Fields = Record<string, unknown>;
/** What a line says: of a head line its head, else its event. */
export const said = (line: string): Fields => {
  const { head, event } = JSON.parse(line) as { head?: Fields; event?: Fields };
  return head ?? event ?? {};
};
export const isHead = (line: string): boolean => line.startsWith('{"head":');
export const bytesOf = (line: string): string => line.slice(9, -75);
export const hashIn = (line: string): string => line.slice(-66, -2);
export const eventWith = (bytes: string, hash: string): string => `{"event":${bytes},"hash":"${hash}"}`;
export const headWith = (line: string, more: Fields): string =>
  canonicalBytes({ head: { ...said(line), ...more } });

const CHAIN = { events: 'rc-event-v1\0', access: 'rc-access-v1\0' };
export const linkOf = (part: PartName, previous: string, bytes: string): string =>
  createHash('sha256').update(CHAIN[part]).update(previous, 'hex').update(bytes).digest('hex');

/** Indexes of the head above a line and of the line behind its stream's last. */
export const streamAround = (lines: readonly string[], at: number): readonly [number, number] => {
  let head = at;
  while (!isHead(lines[head] ?? '')) head -= 1;
  let end = head + 1;
  while (end < lines.length && !isHead(lines[end] ?? '')) end += 1;
  return [head, end];
};

/** Chains a stream anew from a line on; with `andHead` its head says so too. */
export const chainedAnew = (
  part: PartName,
  lines: readonly string[],
  from: number,
  andHead: boolean,
): string[] => {
  const [head, end] = streamAround(lines, from);
  const anew = [...lines];
  let previous = from === head + 1 ? '' : hashIn(lines[from - 1] ?? '');
  for (let index = from; index < end; index += 1) {
    const bytes = bytesOf(lines[index] ?? '');
    previous = linkOf(part, previous, bytes);
    anew[index] = eventWith(bytes, previous);
  }
  if (andHead) anew[head] = headWith(lines[head] ?? '', { hash: previous });
  return anew;
};

export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The manifest that whoever may write the whole folder would put there. */
export const sealedAnew = (manifest: string, texts: Readonly<Record<string, Buffer>>): string => {
  const { install, epoch, mode, madeAt, scope, parts } = JSON.parse(manifest) as Provenance & {
    readonly parts: readonly Part[];
  };
  const anew = parts.map((part): Part => {
    const text = texts[part.name] ?? Buffer.alloc(0);
    const heads = text.toString('utf8').match(/^\{"head":.*$/gm) ?? [];
    const last = heads.at(-1)?.match(/"stream":"([^"]*)"/)?.[1] ?? null;
    const lines = text.toString('latin1').split('\n').length - 1;
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { name: part.name, bytes: text.length, lines, sha256, last };
  });
  return manifestText({ install, epoch, mode, madeAt, scope }, anew);
};

/** Any manifest, under a seal that fits. */
export const manifestSealed = (manifest: Fields): string =>
  canonicalBytes({
    ...manifest,
    seal: createHash('sha256').update(canonicalBytes(manifest), 'utf8').digest('hex'),
  });
