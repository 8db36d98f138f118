import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { closedLoop, type Ask } from './closed-loop';
import { httpConnection } from './http-connection';
import type { Job, LoadClient } from './load';

/** The HTTP load, apart from what it measures: node load.main.ts <job file>. */
const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job;

const connections: { readonly close: () => void }[] = [];

const clientOf = ({ url, requests }: LoadClient): Ask => {
  const connection = httpConnection(url);
  connections.push(connection);
  const ready = requests.map(({ path, body, token }) => ({
    path,
    body: JSON.stringify(body),
    headers: token === undefined ? '' : `Authorization: Bearer ${token}\r\n`,
  }));
  let next = 0;
  return async () => {
    const { path, body, headers } = ready[next % ready.length] ?? { path: '/', body: '', headers: '' };
    next += 1;
    const answer = await connection.post(path, `${headers}Idempotency-Key: ${randomUUID()}\r\n`, body);
    return answer.status < 300 ? null : `${answer.status} ${answer.body.slice(0, 300)}`;
  };
};

void closedLoop(job.clients.map(clientOf), job).then((measured) => {
  for (const connection of connections) connection.close();
  process.stdout.write(`${JSON.stringify(measured)}\n`);
});
