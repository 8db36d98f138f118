import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verify } from '../../apps/verify/verify.mjs';
import type { Random } from '../simulation/random';
import { sealedAnew, type BundleLines } from './bundle-lines';
import { sameInOtherBytes } from './tampering.bytes';
import type { Tampered, Tampering } from './tampering.kind';
import { otherPlaces } from './tampering.places';
import { againstTheRules } from './tampering.rules';

/** The kinds of tampering that show without a witness outside, each at a random place. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  ...otherPlaces,
  ...sameInOtherBytes,
  ...againstTheRules,
};

const linesIn = (folder: string, name: string): string[] =>
  readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1);

export const bundleLines = (folder: string): BundleLines => ({
  manifest: readFileSync(path.join(folder, 'manifest.json'), 'utf8'),
  events: linesIn(folder, 'events.ndjson'),
  access: linesIn(folder, 'access.ndjson'),
});

const changesOf = (
  folder: string,
  { manifest }: BundleLines,
  { file, content, sealing }: Tampered,
  random: Random,
): Readonly<Record<string, Buffer | string | null>> => {
  const isSealed = sealing === 'always' || (sealing === 'perhaps' && random.chance(0.5));
  if (!isSealed || content === null) return { [file]: content };
  const texts = { ...partsOf(folder), [file]: content };
  return { [file]: content, 'manifest.json': sealedAnew(manifest, texts) };
};
const partsOf = (folder: string): Record<string, Buffer> =>
  Object.fromEntries(
    ['events.ndjson', 'access.ndjson'].map((name) => [name, readFileSync(path.join(folder, name))]),
  );

/** What a check says of a bundle that was tampered with, against what it has to say; null where it says that. Leaves it as it was. */
export const missed = async (
  folder: string,
  bundle: BundleLines,
  tampered: Tampered,
  random: Random,
): Promise<string | null> => {
  const changes = changesOf(folder, bundle, tampered, random);
  const before = Object.keys(changes).map((name) => [name, readFileSync(path.join(folder, name))] as const);
  try {
    for (const [name, content] of Object.entries(changes))
      if (content === null) rmSync(path.join(folder, name));
      else writeFileSync(path.join(folder, name), content);
    const { code, first } = await verify(folder);
    const [from, to] = tampered.lines;
    const isThere = first?.file === tampered.file && Number(first.line) >= from && Number(first.line) <= to;
    return code === tampered.exits && isThere
      ? null
      : `${tampered.file} lines ${from}–${to} exit ${tampered.exits}; said ${code} ${JSON.stringify(first)}`;
  } finally {
    for (const [name, content] of before) writeFileSync(path.join(folder, name), content);
  }
};
