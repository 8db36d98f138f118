import { Link } from '@tanstack/react-router';
import type { TimelineEntry } from '../../../shared/api/types';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Unbroken } from '../../../shared/ui/unbroken';

/** 为什么重开, pinned above everything: who, when and why; the first closing is kept, with the content it rests on. */
export const Reopened = ({ code, entries }: { code: string; entries: readonly TimelineEntry[] }) => {
  const { t } = useText();
  const today = useToday();
  // The record has the latest first.
  const last = entries.find(({ type }) => type === 'ProblemReopened');
  const first = [...entries].reverse().find(({ type }) => type === 'ProblemClosed');
  if (!last) return null;
  return (
    <p className="note problem-note" data-tone="attention" data-reopened={last.version}>
      <Unbroken
        text={t('reopened.why', {
          at: moment(last.at, today, t),
          name: last.by?.name ?? t('people.withheld'),
          reason: last.text ?? '',
        })}
      />
      {first ? (
        <>
          {t('sentence.then')}
          <Unbroken
            text={t('reopened.first', {
              at: moment(first.at, today, t),
              name: first.by?.name ?? t('people.withheld'),
            })}
          />{' '}
          <Link to="/audit" search={{ code, at: first.version }}>
            {t('reopened.see')}
          </Link>
        </>
      ) : null}
    </p>
  );
};
