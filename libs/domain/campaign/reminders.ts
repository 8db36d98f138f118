import type { CivilDate } from '../kernel/kernel';
import type { Rung } from '../obligation/ladder';
import { ladderOf } from '../obligation/ladder';
import type { Holder, Obligation } from '../obligation/obligation';
import type { PostRef } from '../template/template.definition';
import type { EventData } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { lead } from './duties';
import { obligations } from './obligations';

/** One issued rung as delivery needs it. Whom it reaches is resolved at delivery; here stand duties, not persons. */
export interface Reminder {
  /** `<stream>/<key>:<dueVersion>:<rung>`; at most one notice a recipient and channel, ever. */
  readonly rungId: string;
  readonly key: string;
  readonly kind: Obligation['kind'];
  readonly subject: Obligation['subject'];
  readonly dueVersion: number;
  readonly dueOn: CivilDate;
  readonly rung: string;
  readonly do: Rung['do'];
  readonly on: CivilDate;
  readonly merged: boolean;
  readonly to: readonly Holder[];
  readonly copy: readonly Holder[];
}

/** What a RemindersIssued event means, read on the state before it. */
export const remindersOf = (
  before: Campaign,
  stream: string,
  { rungs }: EventData<'RemindersIssued'>,
): Reminder[] => {
  const owed = new Map(obligations(before).map((obligation) => [obligation.key, obligation]));
  return rungs.flatMap(({ key, dueVersion, rung, merged, on }): Reminder[] => {
    const obligation = owed.get(key);
    const step =
      obligation && ladderOf(before.plan.ladders, obligation.kind).find((each) => each.rung === rung);
    if (!obligation || !step) return [];
    const { kind, subject, dueOn } = obligation;
    const reach = (who: readonly string[] = []) => who.flatMap((name) => addressee(before, obligation, name));
    const rungId = `${stream}/${key}:${dueVersion}:${rung}`;
    return [
      {
        rungId,
        key,
        kind,
        subject,
        dueVersion,
        dueOn,
        rung,
        do: step.do,
        on,
        merged,
        to: reach(step.to),
        copy: reach(step.copy),
      },
    ];
  });
};

/** Whom a ladder's name means. The secretary's own lateness goes up, however it is that the secretary owes it. */
const addressee = (campaign: Campaign, { holder, subject }: Obligation, name: string): Holder[] => {
  if (name === 'holder') return [holder];
  if (name === 'lead') {
    const problem = subject.problemId === undefined ? undefined : problemOf(campaign, subject.problemId);
    return problem ? [lead(campaign, problem)] : [];
  }
  const posts = [...new Set([name as PostRef, 'secretary@parent' as const])];
  return [{ duty: null, person: null, posts, not: [], apartFrom: name === 'secretary' ? [holder] : [] }];
};
