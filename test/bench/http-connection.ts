import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** One kept-alive HTTP/1.1 connection, one request at a time: as little as measures a server and not its client. */
export interface HttpConnection {
  readonly post: (path: string, headers: string, body: string) => Promise<HttpAnswer>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** `headers`: whole lines, each with its CRLF. A connection that broke is made anew by the next request. */
export const httpConnection = (url: string): HttpConnection => {
  const { hostname, port, host } = new URL(url);
  let socket: Socket | null = null;
  let received = '';
  let waiting: Waiting | null = null;

  const fail = (error: Error): void => {
    socket?.destroy();
    socket = null;
    received = '';
    waiting?.reject(error);
    waiting = null;
  };
  // latin1 keeps one character a byte, so that lengths are those of the wire.
  const take = (chunk: string): void => {
    received += chunk;
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, end))?.[1];
    if (length === undefined) return fail(new Error(`no Content-Length in ${received.slice(0, end)}`));
    const whole = end + 4 + Number(length);
    if (received.length < whole) return;
    const answer = {
      status: Number(received.slice(9, 12)),
      body: Buffer.from(received.slice(end + 4, whole), 'latin1').toString(),
    };
    received = received.slice(whole);
    waiting?.resolve(answer);
    waiting = null;
  };
  const open = (): Socket => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true });
    opened.setEncoding('latin1').on('data', take).on('error', fail);
    opened.on('close', () => opened === socket && fail(new Error('the server closed the connection')));
    return opened;
  };

  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        const length = Buffer.byteLength(body);
        const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n`;
        socket.write(`${head}${headers}\r\n${body}`);
      }),
    close: () => {
      const open = socket;
      socket = null;
      open?.destroy();
    },
  };
};
