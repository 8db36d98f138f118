import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Everything that an answer is held to; what is not listed here is proved elsewhere. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];
/** `npm test` has a few cases an operation; `FUZZ_PHASES=coverage,fuzzing FUZZ_EXAMPLES=100` has thousands. */
const PHASES = process.env['FUZZ_PHASES'] ?? 'fuzzing';
const EXAMPLES = process.env['FUZZ_EXAMPLES'] ?? '8';
/** The same cases in every run. */
const SEED = '20260302';

export interface Fuzzing {
  readonly program: string;
  readonly url: string;
  readonly token: string;
  /** A folder of its own. */
  readonly folder: string;
  /** What an id in a path of this beginning is, so that the fuzzing gets past “there is no such thing”. */
  readonly ids: Readonly<Record<string, string>>;
}

const settings = (ids: Fuzzing['ids']): string =>
  Object.entries(ids)
    .map(
      ([start, id]) =>
        `[[operations]]\ninclude-path-regex = '^${start}/\\{'\nparameters = { "path.id" = "${id}" }\n`,
    )
    .join('\n');

/** Runs schemathesis once, as one person; answers its exit code and what it printed. */
export const fuzz = async ({ program, url, token, folder, ids }: Fuzzing) => {
  writeFileSync(path.join(folder, 'schemathesis.toml'), settings(ids));
  const args = [
    ...['run', `${url}/api/openapi.json`, '--url', url, '--header', `Authorization: Bearer ${token}`],
    ...['--checks', CHECKS.join(','), '--phases', PHASES, '--seed', SEED, '--no-color'],
    ...['--max-examples', EXAMPLES, '--generation-database', 'none'],
    // The one moves everybody's clock, the other never ends; both have specs of their own.
    ...[
      '--exclude-path',
      '/api/clock/forward',
      '--exclude-path',
      '/api/events',
      '--request-timeout',
      '10',
      '--warnings',
      'off',
    ],
    ...['--suppress-health-check', 'all', '--continue-on-failure'],
  ];
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (printed += part));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, printed };
};
