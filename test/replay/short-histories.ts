import path from 'node:path';
import { freePort } from '../../apps/local/ports';
import { startProcess } from '../../apps/local/processes';
import { cacheFolder, NO_TEMPORAL, obtainTemporal } from '../../apps/local/services/temporal-binary';
import { register } from '../harness/run-folder';
import type { TestTemporal } from '../harness/temporal';

const project = path.resolve(__dirname, '..', '..');

/** A Temporal in memory that finds histories long after so few events: what else takes four thousand. */
export const temporalOfShortHistories = async (
  events: number,
): Promise<Pick<TestTemporal, 'address' | 'namespace' | 'stop'>> => {
  const binary = await obtainTemporal(cacheFolder(project), () => undefined);
  if (!binary) throw new Error(NO_TEMPORAL);
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const lines: string[] = [];
  const server = await startProcess({
    name: 'temporal',
    command: binary,
    args: [
      ...[
        'server',
        'start-dev',
        '--headless',
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--disable-config-file',
      ],
      ...['--search-attribute', 'RectifyStage=Keyword', '--log-level', 'error'],
      ...['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${events}`],
    ],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TEMPORAL_VERSION_CHECK_DISABLED: '1' },
    onLine: (line) => void lines.push(line),
    ready: async () => lines.some((line) => line.startsWith('Temporal Server:')),
  });
  register(server.pid);
  return { address, namespace: 'default', stop: () => server.stop() };
};
