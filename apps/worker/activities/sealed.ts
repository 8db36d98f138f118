import { ApplicationFailure } from '@temporalio/activity';
import type { Log } from '../process/log';

type Activity<Args extends readonly unknown[], Answer> = (...args: Args) => Promise<Answer>;

/**
 * Nothing of an error but its code goes to Temporal: messages and frames may hold what somebody typed, or a machine's
 * paths. What passes by itself is retried by the workflow's rules; the log has the frames of what does not.
 */
export const sealed =
  <Args extends readonly unknown[], Answer>(
    kind: string,
    log: Log,
    activity: Activity<Args, Answer>,
  ): Activity<Args, Answer> =>
  async (...args) => {
    try {
      return await activity(...args);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'BUG') log.bug('an activity failed', error, { kind });
      else log.debug('an activity could not be done now', { kind, code });
      const failure = ApplicationFailure.create({ message: code, type: code });
      failure.stack = '';
      throw failure;
    }
  };

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && PASSING.has(code) ? code : 'BUG';
};

/** What passes by itself, or with an upgrade. */
const PASSING = new Set(['STORE_UNAVAILABLE', 'KEY_IN_FLIGHT', 'CONTENDED', 'UPGRADE_NEEDED']);
