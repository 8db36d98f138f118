import type { Instant } from '@rectify/domain';
import type { Attendance } from '@rectify/event-store';
import { countPending } from '@rectify/read-models';
import { SHAPE, type Activities, type Mailbag, type Wake } from '@rectify/workflows';
import { type Transports } from '../channels/channel';
import { surveyMail, type Survey, type SurveyDeps } from '../mail/survey';
import { wakeFor } from './look';

export interface LookAtMailDeps extends SurveyDeps {
  readonly attendance: Pick<Attendance, 'acknowledge'>;
  readonly epoch: () => Promise<number>;
  /** Of a channel that is not configured everything stays pending. */
  readonly transports: Transports;
}

/** The delivery workflow's own look. It acknowledges like a campaign's, so that one clock walks to both. */
export const createLookAtMail =
  (deps: LookAtMailDeps): Activities['lookAtMail'] =>
  async ({ channel, epoch, cluster = '' }) => {
    if ((await deps.epoch()) !== epoch) return 'superseded';
    const isOff = deps.transports[channel] === undefined;
    const acknowledge = (nextWakeAt: Instant | null): Promise<void> => {
      const seen = { seenVersion: 0, nextWakeAt, over: isOff, shape: SHAPE, epoch, cluster };
      return deps.attendance.acknowledge(`delivery/${channel}`, seen);
    };
    if (isOff) {
      await acknowledge(null);
      return { due: 0, label: 'off', wake: null };
    }
    for (;;) {
      const survey = await surveyMail(deps, channel);
      const bag = bagOf(survey);
      await acknowledge(bag.due > 0 ? survey.now : survey.next);
      // What was recorded while this looked has said "now" to the row that has just been overwritten.
      if ((await countPending(deps.pool, channel)) <= survey.rungs.size) return bag;
    }
  };

const bagOf = ({ mails, dropped, settled, retry, restsMs, next, now }: Survey): Mailbag => {
  const counts = new Map<string, number>(mails.length === 0 ? [] : countsByKind(mails));
  if (retry.isDue) counts.set('retry', 1);
  if (dropped.length + settled.length > 0) counts.set('settle', dropped.length + settled.length);
  const due = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    due,
    label: `deliver ${[...counts].map(([kind, count]) => `${kind} x${count}`).join(' ')}`.trim(),
    wake: wakeOf(),
  };

  function wakeOf(): Wake | null {
    const again = retry.inMs === null ? null : after(retry.inMs, 'retry');
    const wakes = [
      next === null ? null : wakeFor({ at: next, label: 'mail' }, now),
      restsMs === null ? again : after(restsMs, 'rest'),
    ].filter((wake) => wake !== null);
    return wakes.sort((a, b) => a.inMs - b.inMs)[0] ?? null;
  }
};

/** Real time, at least a second, so that nothing spins. */
const after = (ms: number, label: string): Wake => ({ inMs: Math.max(1_000, Math.ceil(ms)), label });

const countsByKind = (mails: Survey['mails']): [string, number][] =>
  (['atOnce', 'digest', 'catchUp'] as const)
    .map((kind): [string, number] => [kind, mails.filter((mail) => mail.kind === kind).length])
    .filter(([, count]) => count > 0);
