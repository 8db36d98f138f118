import { canonicalBytes } from '../../libs/event-store/canonical';
import type { Random } from '../simulation/random';
import {
  eventWith,
  fileOf,
  hashIn,
  isHead,
  said,
  textOf,
  type BundleLines,
  type PartName,
} from './bundle-lines';

/** A changed part of a bundle, and between which lines of it the first wrong place is. */
export interface Tampered {
  readonly file: string;
  /** Null: the file is not there. */
  readonly content: Buffer | null;
  readonly lines: readonly [number, number];
  readonly exits: 1 | 2;
  /** Whether the manifest is made to fit: `never`, where nothing but it shows the change. */
  readonly sealing: 'never' | 'perhaps' | 'always';
}
/** Null: there is no such place in this bundle. */
export type Tampering = (bundle: BundleLines, random: Random) => Tampered | null;

type Edited = readonly [lines: readonly string[], from: number, to?: number];
export const inPart =
  (
    part: PartName,
    edit: (lines: readonly string[], random: Random) => Edited | null,
    sealing: Tampered['sealing'] = 'perhaps',
  ): Tampering =>
  (bundle, random) => {
    const edited = edit(bundle[part], random);
    if (!edited) return null;
    const [lines, from, to = from] = edited;
    const content = Buffer.from(textOf(lines));
    return { file: fileOf[part], content, lines: [from + 1, to + 1], exits: 1, sealing };
  };

export const anEvent = (
  lines: readonly string[],
  random: Random,
  fits: (line: string) => boolean = () => true,
): number => {
  const places = lines.flatMap((line, index) => (!isHead(line) && fits(line) ? [index] : []));
  return places.length === 0 ? -1 : random.pick(places);
};

/** The event of a line, otherwise; its hash stays as it was. */
export const edited = (
  lines: readonly string[],
  at: number,
  change: (event: Record<string, unknown>) => Record<string, unknown>,
): string[] =>
  lines.map((line, index) =>
    index === at ? eventWith(canonicalBytes(change(said(line))), hashIn(line)) : line,
  );
