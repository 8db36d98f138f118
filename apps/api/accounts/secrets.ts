import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { refused } from '../errors/problem';

/** 256 bits, as text that fits a cookie and a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a session id, token or code. They are random, so a fast hash is enough. */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** argon2id with OWASP's first choice for servers: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
/** Longer queues end in time-outs; who comes later is told at once. */
const MOST_WAITING = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** At most four at a time: hashing must not take the memory and the threads from everybody else's work. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (waiting.length >= MOST_WAITING)
    throw refused('RATE_LIMITED', { retryAfter: 2, params: { seconds: 2 } });
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
};

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Made once, so that an unknown account costs the same work as a known one. */
let nobodys: Promise<string> | undefined;

export const verifyPassword = async (stored: string | undefined, password: string): Promise<boolean> => {
  const compared = stored ?? (await (nobodys ??= hashPassword(newSecret())));
  const isRight = await inTurn(() => verify(compared, password));
  return isRight && stored !== undefined;
};
