import type { Problem, TimelineEntry } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Record } from '../../../shared/record/record';
import { roundsOf } from './record-rounds';

/** On its own page the record need not name the problem in every line. */
const unnamed = (problem: Problem): Problem => ({ ...problem, code: null, title: '' });

interface RecordOfRoundsProps {
  readonly problem: Problem;
  readonly entries: readonly TimelineEntry[];
}

/** 第2轮 · 第1轮（已销号）: of what was opened again each round is told by itself, the latest first. */
export const RecordOfRounds = ({ problem, entries }: RecordOfRoundsProps) => {
  const { t } = useText();
  const today = useToday();
  const isNow = useAsOf() === undefined;
  const rounds = roundsOf(entries);
  return (
    <>
      {rounds.map(({ number, entries: told }, index) => (
        <div key={number} data-round={number}>
          {rounds.length > 1 ? (
            <h3 className="panel-body">{t(index > 0 ? 'record.roundClosed' : 'record.round', { number })}</h3>
          ) : null}
          <Record
            entries={told}
            problems={[unnamed(problem)]}
            today={today}
            code={isNow ? problem.code : null}
          />
        </div>
      ))}
    </>
  );
};
