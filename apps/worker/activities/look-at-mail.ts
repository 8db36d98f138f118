import type { Instant } from '@rectify/domain';
import type { Attendance } from '@rectify/event-store';
import { SHAPE, type Activities, type Mailbag, type Wake } from '@rectify/workflows';
import { countPending } from '../mail/mail.query';
import { surveyMail, type Survey, type SurveyDeps } from '../mail/survey';
import { wakeFor } from './look';

export interface LookAtMailDeps extends SurveyDeps {
  readonly attendance: Pick<Attendance, 'acknowledge'>;
  readonly epoch: () => Promise<number>;
  readonly cluster: () => string;
  /** No mail server is configured: everything stays pending. */
  readonly isOff: boolean;
}

/** The delivery workflow's own look. It acknowledges like a campaign's, so that one clock walks to both. */
export const createLookAtMail =
  (deps: LookAtMailDeps): Activities['lookAtMail'] =>
  async ({ channel, epoch }) => {
    if ((await deps.epoch()) !== epoch) return 'superseded';
    const acknowledge = (nextWakeAt: Instant | null): Promise<void> => {
      const seen = {
        seenVersion: 0,
        nextWakeAt,
        over: deps.isOff,
        shape: SHAPE,
        epoch,
        cluster: deps.cluster(),
      };
      return deps.attendance.acknowledge(`delivery/${channel}`, seen);
    };
    if (deps.isOff) {
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

const bagOf = ({ mails, dropped, settled, retry, next, now }: Survey): Mailbag => {
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
    const mail = next === null ? null : wakeFor({ at: next, label: 'mail' }, now);
    const again = retry.inMs === null ? null : { inMs: Math.max(1_000, retry.inMs), label: 'retry' };
    return mail && (!again || mail.inMs <= again.inMs) ? mail : again;
  }
};

const countsByKind = (mails: Survey['mails']): [string, number][] =>
  (['atOnce', 'digest', 'catchUp'] as const)
    .map((kind): [string, number] => [kind, mails.filter((mail) => mail.kind === kind).length])
    .filter(([, count]) => count > 0);
