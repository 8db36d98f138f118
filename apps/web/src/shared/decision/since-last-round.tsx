import { useQuery } from '@tanstack/react-query';
import type { CivilDate } from '@rectify/domain';
import { queries } from '../api/queries';
import type { Problem } from '../api/types';
import { moment, shortDay } from '../dates/format';
import { useToday } from '../dates/use-today';
import { useText, type Say } from '../i18n/use-text';
import { useProblem } from '../problem/use-problem';
import { Unbroken, whole } from '../ui/unbroken';
import { lastRound, planChanges, type LastRound, type PlanChange } from './rounds';

interface SinceProps {
  readonly problem: Problem;
  readonly returned: 'PlanReturned' | 'ClaimReturned';
}

/** 与上一轮比: what was missing then, and what is otherwise now. Nothing in the first round. */
export const SinceLastRound = ({ problem, returned }: SinceProps) => {
  const { id, campaignId, planRound, claimRound } = problem;
  const isLater = (returned === 'PlanReturned' ? planRound : claimRound) > 1;
  const hasRecord = useProblem(campaignId, id)?.campaign.access === 'records';
  const record = useQuery({ ...queries.problemTimeline(campaignId, id), enabled: isLater && hasRecord }).data;
  const round = record ? lastRound(record, returned) : null;
  return round ? <Since problem={problem} round={round} returned={returned} /> : null;
};

const Since = ({ problem, round, returned }: SinceProps & { round: LastRound }) => {
  const { t } = useText();
  const today = useToday();
  const then = useQuery(queries.problemsAt(problem.campaignId, round.version)).data?.find(
    ({ id }) => id === problem.id,
  );
  const changes = then ? changesOf(then, problem, returned, today, t) : null;
  return (
    <div className="note" data-tone="attention" data-since={round.version}>
      <p>
        <Unbroken text={t('since.title', { at: moment(round.returnedAt, today, t) })} />
        {round.missing ? t('since.missing', { missing: round.missing }) : ''}
      </p>
      {changes === null ? null : (
        <ul>
          {(changes.length > 0 ? changes : [t('since.nothing')]).map((change) => (
            <li key={change}>{whole(change)}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

const changesOf = (
  then: Problem,
  now: Problem,
  returned: SinceProps['returned'],
  today: CivilDate,
  t: Say,
): string[] => {
  const ofPlan =
    then.plan && now.plan ? planChanges(then.plan, now.plan).map((change) => inWords(change, today, t)) : [];
  if (returned === 'PlanReturned') return ofPlan;
  const finished = (problem: Problem): number =>
    (problem.plan?.measures ?? []).filter((measure) => measure.finished).length;
  return [
    ...ofPlan,
    ...(finished(then) === finished(now)
      ? []
      : [t('compare.measures', { from: finished(then), to: finished(now) })]),
    ...(then.claim && now.claim && then.claim.result !== now.claim.result
      ? [t('since.result', { from: then.claim.result })]
      : []),
  ];
};

const inWords = (change: PlanChange, today: CivilDate, t: Say): string => {
  switch (change.what) {
    case 'rootCause':
    case 'target':
      return t(`since.${change.what}`);
    case 'added':
    case 'removed':
      return t(`since.${change.what}`, { text: change.text });
    case 'reworded':
      return t('since.reworded', { from: change.from, to: change.to });
    case 'moved': {
      const { text, from, to } = change;
      return t('since.moved', { text, from: shortDay(from, today, t), to: shortDay(to, today, t) });
    }
  }
};
