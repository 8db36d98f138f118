import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Environment } from '../infrastructure/environment';
import type { Log } from '../infrastructure/log';
import { SetUpCodes } from './set-up-codes';
import { SetUpService } from './set-up.service';

const TRIES = 30;
const BETWEEN_MS = 2_000;

/** Prints a one-time code on the console of a server whose organisation is empty. A demonstration founds itself. */
export const announceSetUp = async (
  app: INestApplicationContext,
  { RECTIFY_MODE }: Environment,
  log: Log,
): Promise<void> => {
  if (RECTIFY_MODE === 'demo') return;
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      if (await app.get(SetUpService).isNeeded()) {
        // For the person at the console, not for the log.
        process.stdout.write(`setup code: ${await app.get(SetUpCodes).make()}\n`);
      }
      return;
    } catch {
      // The database may come up after this process.
      await delay(BETWEEN_MS, undefined, { ref: false });
    }
  }
  log.warn('no set-up code could be made: PostgreSQL is not reached');
};
