import type { AddressInfo } from 'node:net';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { eventually } from './wait';

/** One mail as the server took it: whom it was really sent to, and what it says. */
export interface CapturedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly parsed: ParsedMail;
}

export interface TestSmtp {
  /** For SMTP_URL. */
  readonly url: string;
  readonly mails: readonly CapturedMail[];
  /** Waits until at least so many have come; gives all that are there. */
  readonly waitForMails: (count: number, timeoutMs?: number) => Promise<readonly CapturedMail[]>;
  /** Forgets what has come so far. */
  readonly clear: () => void;
  readonly stop: () => Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is sent. */
export async function testSmtp(): Promise<TestSmtp> {
  const mails: CapturedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(
        (parsed) => {
          mails.push({
            to: envelope.rcptTo.map(({ address }) => address),
            messageId: parsed.messageId ?? '',
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            parsed,
          });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    waitForMails: (count, timeoutMs = 15_000) =>
      eventually(() => mails.length >= count && mails, { timeoutMs, what: `${count} mails` }),
    clear: () => void mails.splice(0),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
