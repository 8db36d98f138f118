import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = path.resolve(__dirname, '..', '..', '..', 'apps', 'web', 'dist');

/** One built chunk, as the bundler tells of it. */
interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

/** Compressed bytes of what a reader loads. */
export interface Sizes {
  /** Scripts of the page where one signs in. */
  readonly signIn: number;
  readonly signInHasAntd: boolean;
  /** Scripts of the first page behind it, all that was loaded before included. */
  readonly firstRoute: number;
  /** What the heaviest page adds to that, and which it is. */
  readonly lazyRoute: number;
  readonly heaviest: string;
  /** All scripts of all pages, in both languages. */
  readonly all: number;
  readonly css: number;
}

export type SizeName = Exclude<keyof Sizes, 'heaviest' | 'signInHasAntd'>;

const KB = 1_000;
/** The budget, in bytes. */
export const BUDGET: Readonly<Record<SizeName, number>> = {
  signIn: 130 * KB,
  firstRoute: 310 * KB,
  lazyRoute: 130 * KB,
  all: 650 * KB,
  css: 30 * KB,
};

const SIGN_IN = 'features/session/pages/sign-in-page.tsx';
const FIRST = 'features/todo/pages/todo-page.tsx';
const FRAME = 'app/inside.tsx';
const TEXTS = { signIn: 'outside.zh-CN.ts', inside: 'i18n/zh-CN.ts' };

const manifest = (): Manifest =>
  JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest;

const gzipped = (file: string): number => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length;

const named = (all: Manifest, end: string): string => {
  const key = Object.keys(all).find((each) => each.endsWith(end));
  if (key === undefined) throw new Error(`no chunk of ${end} was built`);
  return key;
};

/** A chunk with all that it cannot run without. */
const closure = (all: Manifest, keys: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (key: string): void => {
    if (found.has(key)) return;
    found.add(key);
    all[key]?.imports?.forEach(add);
  };
  keys.forEach(add);
  return found;
};

const sum = (all: Manifest, keys: Iterable<string>): number => {
  const files = new Set([...keys].map((key) => all[key]?.file ?? '').filter((file) => file.endsWith('.js')));
  return [...files].reduce((bytes, file) => bytes + gzipped(file), 0);
};

/** Its styles begin with the prefix that theme.ts gives. */
const hasAntd = (file: string): boolean =>
  file.endsWith('.js') && readFileSync(path.join(dist, file), 'utf8').includes('anticon');

/** What the built pages weigh. */
export const sizesOfBuild = (): Sizes => {
  const all = manifest();
  const entry = Object.keys(all).find((key) => all[key]?.isEntry) ?? '';
  const signIn = closure(all, [entry, named(all, SIGN_IN), named(all, TEXTS.signIn)]);
  const first = closure(all, [...signIn, named(all, FRAME), named(all, FIRST), named(all, TEXTS.inside)]);
  const routes = Object.keys(all).filter((key) => key.endsWith('-page.tsx'));
  const added = routes.map((key) => {
    const keys = [...closure(all, [key])].filter((each) => !first.has(each));
    return { page: path.basename(key, '.tsx'), bytes: sum(all, keys) };
  });
  const heaviest = added.reduce((most, each) => (each.bytes > most.bytes ? each : most));
  const styles = readdirSync(path.join(dist, 'assets')).filter((file) => file.endsWith('.css'));
  return {
    signIn: sum(all, signIn),
    signInHasAntd: [...signIn].some((key) => hasAntd(all[key]?.file ?? '')),
    firstRoute: sum(all, first),
    lazyRoute: heaviest.bytes,
    heaviest: heaviest.page,
    all: sum(all, Object.keys(all)),
    css: styles.reduce((bytes, file) => bytes + gzipped(path.join('assets', file)), 0),
  };
};
