import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { surfaces } from '../../apps/api/access/surfaces';

const web = path.resolve(__dirname, '..', '..', 'apps', 'web', 'src');

interface Asked {
  readonly file: string;
  readonly segments: readonly string[];
}

/** `/api/campaigns/${id}/problems${asOf}` → api, campaigns, *, problems: what is filled in may be anything. */
const segmentsOf = (written: string): string[] =>
  written
    .replace(/[?].*$/, '')
    .replace(/([^/])\$\{.*$/, '$1')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('${') ? '*' : part));

const asked: readonly Asked[] = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
  .flatMap((file) =>
    [...readFileSync(path.join(web, file), 'utf8').matchAll(/['`](\/api\/[^'`\s]*)/g)].map(([, written]) => ({
      file,
      segments: segmentsOf(written ?? ''),
    })),
  );

const routes = Object.keys(surfaces).map((route) => segmentsOf(route.split(' ')[1] ?? ''));

const fits = (route: readonly string[], segments: readonly string[]): boolean =>
  segments.every((part, at) => {
    const there = route[at];
    return there !== undefined && (part === '*' || there.startsWith(':') || there === part);
  });

/** Commands are named by their type: of these only `/api/<aggregate>/<id>` stands in the pages. */
const isWhole = ({ segments }: Asked): boolean => segments.length !== 3;

it('every path that the pages ask for is a route of the api, so that neither drifts from the other', () => {
  const unknown = asked.filter(
    (each) =>
      !routes.some(
        (route) => fits(route, each.segments) && (!isWhole(each) || route.length === each.segments.length),
      ),
  );
  expect(unknown.map(({ file, segments }) => `${file} ${segments.join('/')}`)).toEqual([]);
  expect(asked.length).toBeGreaterThan(40);
});
