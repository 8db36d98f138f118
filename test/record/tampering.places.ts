import { canonicalBytes } from '../../libs/event-store/canonical';
import type { Random } from '../simulation/random';
import {
  chainedAnew,
  eventWith,
  fileOf,
  hashIn,
  headWith,
  isHead,
  linkOf,
  said,
  streamAround,
  textOf,
  type BundleLines,
  type PartName,
  manifestSealed,
} from './bundle-lines';
import { anEvent, edited, inPart, type Tampered, type Tampering } from './tampering.kind';

const headsIn = (lines: readonly string[]): number[] =>
  lines.flatMap((line, index) => (isHead(line) ? [index] : []));
const without = (lines: readonly string[], from: number, to = from + 1): string[] => [
  ...lines.slice(0, from),
  ...lines.slice(to),
];
const withMore = (lines: readonly string[], at: number, more: readonly string[]): string[] => [
  ...lines.slice(0, at),
  ...more,
  ...lines.slice(at),
];

const changing = (change: (event: Record<string, unknown>) => Record<string, unknown>): Tampering =>
  inPart('events', (lines, random) => {
    const at = anEvent(lines, random);
    return [edited(lines, at, change), at];
  });
const other = (person: unknown): unknown => ({ ...(person as object), kind: 'person', personId: 'p-other' });

/** One bit of a part. Of a head line it may show only where its stream goes on, or ends. */
const flipped =
  (part: PartName): Tampering =>
  (bundle, random) => {
    const content = Buffer.from(textOf(bundle[part]));
    const at = random.below(content.length);
    content[at] = (content[at] ?? 0) ^ (1 << random.below(8));
    const line = content.subarray(0, at).toString('latin1').split('\n').length - 1;
    // A bit may have made the end of a line, or taken one.
    const end = isHead(bundle[part][line] ?? '') ? streamAround(bundle[part], line)[1] : line;
    return { file: fileOf[part], content, lines: [line + 1, end + 2], exits: 1, sealing: 'perhaps' };
  };

const deleted = (which: 'first' | 'any' | 'last', part: PartName = 'events'): Tampering =>
  inPart(part, (lines, random) => {
    const [head, end] = streamAround(lines, anEvent(lines, random));
    const at = { first: head + 1, any: head + 1 + random.below(end - head - 1), last: end - 1 }[which];
    return [without(lines, at), at];
  });

const deletedStream = (sealing: Tampered['sealing']): Tampering =>
  inPart(
    'events',
    (lines, random) => {
      const heads = headsIn(lines);
      // Whoever cuts off the last stream and seals the manifest anew is found by a witness outside alone.
      const head = random.pick(sealing === 'never' ? heads : heads.slice(0, -1));
      return [without(lines, head, streamAround(lines, head)[1]), head];
    },
    sealing,
  );

const swappedEvents: Tampering = inPart('events', (lines, random) => {
  const [a, b] = [anEvent(lines, random), anEvent(lines, random)].sort((x, y) => x - y) as [number, number];
  if (a === b) return null;
  const swapped = lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line) ?? '');
  return [swapped, a];
});

const movedToAnotherStream: Tampering = inPart('events', (lines, random) => {
  const [from, to] = [anEvent(lines, random), anEvent(lines, random)];
  if (streamAround(lines, from)[0] === streamAround(lines, to)[0]) return null;
  const moved = withMore(without(lines, from), from < to ? to - 1 : to, [lines[from] ?? '']);
  return [moved, Math.min(from, to)];
});

const chained = (andHead: boolean): Tampering =>
  inPart(
    'events',
    (lines, random) => {
      const at = anEvent(lines, random, (line) => said(line)['cmd'] !== undefined);
      const changed = edited(lines, at, (event) => ({ ...event, cmd: 'person/p-other/x' }));
      const [head, end] = streamAround(lines, at);
      // With its head it fits; then only the manifest tells, and of no line.
      return [chainedAnew('events', changed, at, andHead), andHead ? -1 : head, andHead ? -1 : end];
    },
    andHead ? 'never' : 'perhaps',
  );

const manifestWith =
  (change: (text: string, bundle: BundleLines, random: Random) => string | Buffer): Tampering =>
  (bundle, random) => {
    const content = Buffer.from(change(bundle.manifest, bundle, random) as string);
    return { file: 'manifest.json', content, lines: [1, 1], exits: 1, sealing: 'never' };
  };
const gone =
  (file: string, line: number): Tampering =>
  () => ({ file, content: null, lines: [line, line], exits: 2, sealing: 'never' });

const cut: Tampering = (bundle, random) => {
  const text = Buffer.from(textOf(bundle.events));
  const content = text.subarray(0, random.below(text.length - 1));
  const line = content.toString('latin1').split('\n').length;
  return { file: 'events.ndjson', content, lines: [line, line + 1], exits: 1, sealing: 'never' };
};

/** What is changed, left out, doubled or moved. */
export const otherPlaces: Readonly<Record<string, Tampering>> = {
  'a bit of the events': flipped('events'),
  'a bit of the access log': flipped('access'),
  'a bit of the manifest': manifestWith((text, _, random) => {
    const content = Buffer.from(text);
    const at = random.below(content.length);
    content[at] = (content[at] ?? 0) ^ (1 << random.below(8));
    return content;
  }),
  "a stream's first event deleted": deleted('first'),
  'an event deleted': deleted('any'),
  "a stream's last event deleted": deleted('last'),
  'a reading deleted': deleted('any', 'access'),
  'the last reading deleted': deleted('last', 'access'),
  'a stream deleted': deletedStream('never'),
  'a stream deleted and the manifest made to fit': deletedStream('always'),
  'an event twice': inPart('events', (lines, random) => {
    const at = anEvent(lines, random);
    return [withMore(lines, at, [lines[at] ?? '']), at + 1];
  }),
  'a stream twice': inPart('events', (lines, random) => {
    const [head, end] = streamAround(lines, random.pick(headsIn(lines)));
    return [withMore(lines, end, lines.slice(head, end)), end];
  }),
  'two events swapped': swappedEvents,
  'two streams swapped': inPart('events', (lines, random) => {
    const heads = headsIn(lines);
    const at = random.below(heads.length - 1);
    const [a = 0, b = 0] = [heads[at], heads[at + 1]];
    const end = streamAround(lines, b)[1];
    return [[...lines.slice(0, a), ...lines.slice(b, end), ...lines.slice(a, b), ...lines.slice(end)], a];
  }),
  'an event in another stream': movedToAnotherStream,
  'another moment': changing((event) => ({ ...event, at: '2026-03-02T02:00:00.001Z' })),
  'another actor': changing((event) => ({ ...event, actor: other(event['actor']) })),
  'somebody it was done for': changing((event) => ({ ...event, onBehalfOf: 'p-other' })),
  'another type': changing((event) => ({ ...event, type: `${String(event['type'])}2` })),
  'other data': changing((event) => ({ ...event, data: { ...(event['data'] as object), more: 1 } })),
  'another reader': inPart('access', (lines, random) => {
    const at = anEvent(lines, random);
    return [
      edited(lines, at, (event) => ({
        ...event,
        read: { ...(event['read'] as object), reader: 'p-nobody' },
      })),
      at,
    ];
  }),
  'an edit, and its stream chained anew': chained(false),
  'an edit, its stream and its head anew': chained(true),
  'a head that says another hash': inPart('events', (lines, random) => {
    const head = random.pick(headsIn(lines));
    const [, end] = streamAround(lines, head);
    const hash = linkOf('events', '', String(random.below(1_000_000)));
    const changed = lines.map((line, index) => (index === head ? headWith(line, { hash }) : line));
    return [changed, head, end];
  }),
  'a second beginning': inPart('events', (lines, random) => {
    const [head, end] = streamAround(lines, anEvent(lines, random));
    return [withMore(lines, end, [lines[head + 1] ?? '']), end];
  }),
  'an event chained on behind the head': inPart('events', (lines, random) => {
    const [, end] = streamAround(lines, anEvent(lines, random));
    const last = lines[end - 1] ?? '';
    const bytes = canonicalBytes({ ...said(last), seq: Number(said(last)['seq']) + 1 });
    return [withMore(lines, end, [eventWith(bytes, linkOf('events', hashIn(last), bytes))]), end];
  }),
  'a part cut off anywhere': cut,
  'the events missing': gone('events.ndjson', 0),
  'the access log missing': gone('access.ndjson', 0),
  'the manifest missing': gone('manifest.json', 1),
  'no hash in the manifest': manifestWith((text) => text.replace('"sha256","install"', '"none","install"')),
  'md5 in the manifest, sealed anew': manifestWith((text) => {
    const { seal, ...rest } = JSON.parse(text) as Record<string, unknown>;
    if (seal === undefined) throw new Error('no seal');
    return manifestSealed({ ...rest, hash: 'md5' });
  }),
  'a seal of zeros': manifestWith((text) =>
    text.replace(/"seal":"[0-9a-f]{64}"/, `"seal":"${'0'.repeat(64)}"`),
  ),
  'another epoch': manifestWith((text) => text.replace('"epoch":1', '"epoch":2')),
};
