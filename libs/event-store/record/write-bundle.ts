import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type ChainSource, type Part, type Provenance, eventLine, headLine, manifestText } from './bundle';

export interface BundleSource {
  readonly from: Provenance;
  readonly events: ChainSource;
  readonly access: ChainSource;
}

/** Told now and then how far a part is, for whoever waits. */
export type Progress = (part: Part['name'], lines: number) => void;

/** So many lines between two words of it. */
const TOLD_EVERY = 10_000;

/** Characters gathered before they are written. */
const BLOCK = 1 << 16;

/** The lines of a part, one after the other, never more than a block of them in memory. */
async function* linesOf(source: ChainSource): AsyncGenerator<{ text: string; stream: string }> {
  let after: string | null = null;
  for await (const { head, lines } of source) {
    yield { text: headLine(after, head), stream: head.stream };
    for await (const line of lines) yield { text: eventLine(line), stream: head.stream };
    after = head.stream;
  }
}

const writePart = async (
  folder: string,
  name: Part['name'],
  source: ChainSource,
  progress: Progress,
): Promise<Part> => {
  const file = await open(path.join(folder, name), 'wx');
  const hash = createHash('sha256');
  let [bytes, lines, block] = [0, 0, ''];
  let last: string | null = null;
  const flush = async (): Promise<void> => {
    const written = Buffer.from(block, 'utf8');
    hash.update(written);
    bytes += written.length;
    block = '';
    await file.writeFile(written);
  };
  try {
    for await (const { text, stream } of linesOf(source)) {
      block += `${text}\n`;
      lines += 1;
      last = stream;
      if (block.length >= BLOCK) await flush();
      if (lines % TOLD_EVERY === 0) progress(name, lines);
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, lines, sha256: hash.digest('hex'), last };
};

const sync = async (folder: string): Promise<void> => {
  // A folder cannot be opened on every system; where it can, its entries are made durable too.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** Writes a bundle beside its place and puts it there whole: a reader never finds half of one. Throws where `folder` exists. */
export const writeBundle = async (
  folder: string,
  { from, events, access }: BundleSource,
  progress: Progress = () => undefined,
): Promise<readonly Part[]> => {
  if (await stat(folder).catch(() => null)) throw new Error(`${folder} is there already`);
  const beside = path.dirname(path.resolve(folder));
  const partial = path.join(beside, `.${path.basename(folder)}.${randomBytes(6).toString('hex')}.partial`);
  await mkdir(partial, { recursive: true });
  try {
    const parts = [
      await writePart(partial, 'events.ndjson', events, progress),
      await writePart(partial, 'access.ndjson', access, progress),
    ];
    const manifest = await open(path.join(partial, 'manifest.json'), 'wx');
    await manifest.writeFile(manifestText(from, parts), 'utf8');
    await manifest.sync().finally(() => manifest.close());
    await sync(partial);
    await rename(partial, folder);
    await sync(beside);
    return parts;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
};
