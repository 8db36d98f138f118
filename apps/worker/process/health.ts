import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface Health {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** `state` is what `/health` tells; it answers 200 as long as the process lives, for it keeps trying by itself. */
export const serveHealth = async (
  { host, port }: { readonly host: string; readonly port: number },
  registry: Registry,
  state: () => Record<string, string>,
): Promise<Health> => {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const { pathname } = new URL(request.url ?? '/', 'http://worker');
    if (request.method !== 'GET') return answer(405, 'text/plain', 'GET only');
    if (pathname === '/health') return answer(200, 'application/json', JSON.stringify(state()));
    if (pathname !== '/metrics') return answer(404, 'text/plain', 'not found');
    registry.metrics().then(
      (text) => answer(200, registry.contentType, text),
      () => answer(500, 'text/plain', 'no metrics'),
    );
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
