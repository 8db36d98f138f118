import { freePort } from '../../apps/local/ports';
import { startProcess } from '../../apps/local/processes';
import { register } from '../harness/run-folder';
import type { Measured, Span } from './closed-loop';
import { load, program, type Request } from './load';

/** Requests a second of the bare route, each client on a stream of its own. */
export const measureBare = async (databaseUrl: string, clients: number, span: Span): Promise<Measured> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startProcess({
    name: 'bare route',
    command: process.execPath,
    args: program('bare.main.ts'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: databaseUrl,
      PORT: String(port),
    },
    ready: () => answersAnything(url),
  });
  register(server.pid);
  const requests = (index: number): Request[] => [
    { path: `/append/${index}`, body: { text: '已召开专题会议' } },
  ];
  try {
    return await load({
      ...span,
      clients: Array.from({ length: clients }, (_, index) => ({ url, requests: requests(index) })),
    });
  } finally {
    await server.stop();
  }
};

const answersAnything = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
