import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** Whether something could listen there now. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** A port that is free on loopback now, given by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The port this data folder used before under that name, if it is still free; else a new one, kept for the next start. */
export async function keptPort(dataFolder: string, name: string): Promise<number> {
  const file = path.join(dataFolder, 'ports.json');
  const ports = readPorts(file);
  const before = ports[name];
  if (before !== undefined && (await isFree(before))) return before;
  const port = await freePort();
  writeFileSync(file, `${JSON.stringify({ ...ports, [name]: port }, null, 2)}\n`, { mode: 0o600 });
  return port;
}

function readPorts(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {}; // new data, or a file cut short by a crash: ports are cheap to choose again
  }
}
