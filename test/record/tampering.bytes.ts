import type { Random } from '../simulation/random';
import { bytesOf, chainedAnew, eventWith, hashIn } from './bundle-lines';
import { anEvent, inPart, type Tampering } from './tampering.kind';

/** The same event to a careless reader, in other bytes; its stream is chained anew, so that only the bytes tell. */
const inBytes = (change: (bytes: string, random: Random) => string): Tampering =>
  inPart('events', (lines, random) => {
    const at = anEvent(lines, random, (line) => change(bytesOf(line), random) !== bytesOf(line));
    if (at < 0) return null;
    const changed = [...lines];
    changed[at] = eventWith(change(bytesOf(lines[at] ?? ''), random), hashIn(lines[at] ?? ''));
    return [chainedAnew('events', changed, at, true), at];
  });

/** Other bytes around a line, which its hash does not cover. */
const around = (change: (line: string) => string, place: 'any' | 'first' | 'last'): Tampering =>
  inPart('events', (lines, random) => {
    const any = anEvent(lines, random, (line) => change(line) !== line);
    const at = { any, first: 0, last: lines.length - 1 }[place];
    return [lines.map((line, index) => (index === at ? change(line) : line)), at];
  });

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

export const sameInOtherBytes: Readonly<Record<string, Tampering>> = {
  'a blank more': inBytes((bytes, random) => {
    // Behind the colon of a key: inside a text a blank would be other words.
    const places = [...bytes.matchAll(/(?<=[^\\:,[{])":/g)].map(({ index }) => index);
    const at = random.pick(places) + 2;
    return `${bytes.slice(0, at)} ${bytes.slice(at)}`;
  }),
  'keys in another order': inBytes((bytes) => bytes.replace(/^\{("actor":.*?),("at":"[^"]*")/, '{$2,$1')),
  'a whole number with a fraction': inBytes((bytes) => bytes.replace(/"seq":(\d+)/, '"seq":$1.0')),
  'a number with an exponent': inBytes((bytes) => bytes.replace(/"seq":(\d+)/, '"seq":$1e0')),
  'an escaped character': inBytes((bytes) => bytes.replace('"type":"C', '"type":"\\u0043')),
  'a key twice': inBytes((bytes) => bytes.replace('{"actor"', '{"actor":null,"actor"')),
  // Canonical as well: nothing but the hash tells.
  'another form in Unicode': around((line) => line.normalize('NFD'), 'any'),
  'a number beyond 2^53': inBytes((bytes) => bytes.replace('"data":{', '"data":{"!":9007199254740993,')),
  'a fraction': inBytes((bytes) => bytes.replace('"data":{', '"data":{"!":0.5,')),
  'half a character': inBytes((bytes) => bytes.replace('"data":{', '"data":{"!":"\\ud800",')),
  'a zero character': inBytes((bytes) => bytes.replace('"data":{', '"data":{"!":"\\u0000",')),
  'a depth without end': inBytes((bytes) => bytes.replace('"data":{', `"data":{"!":${deep},`)),
  'a byte order mark': around((line) => `\uFEFF${line}`, 'first'),
  'another end of a line': around((line) => `${line}\r`, 'any'),
  'bytes behind the last line': inPart('events', (lines) => [[...lines, ' '], lines.length]),
  'an empty line': inPart('events', (lines, random) => {
    const at = anEvent(lines, random);
    return [[...lines.slice(0, at), '', ...lines.slice(at)], at];
  }),
};
