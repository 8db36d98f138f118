import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { DueRow } from '../../../shared/calendar/due';
import { useText } from '../../../shared/i18n/use-text';
import { icsOf } from './ics';

/** What is still open, of every month, for the reader's own calendar: numbers, titles and days, and no word of a plan. */
export const CalendarFile = ({ rows }: { rows: readonly DueRow[] }) => {
  const { t } = useText();
  const clock = useQuery(queries.clock()).data;
  const open = rows.filter(({ doneOn }) => doneOn === null);
  if (open.length === 0 || !clock) return null;
  const days = open.map(({ kind, problem: { id, code, title }, measure, dueOn }) => ({
    id: `${kind}-${measure?.id ?? id}`,
    on: dueOn,
    title: `${code ?? ''} ${t(`calendarKind.${kind}`, { text: title })}`.trim(),
    url: new URL(code === null ? '/calendar' : `/p/${code}`, window.location.origin).href,
  }));
  return (
    <p className="panel-body panel-first row small">
      <a
        download={`${t('nav.calendar')}.ics`}
        href={`data:text/calendar;charset=utf-8,${encodeURIComponent(icsOf(days, clock.now))}`}
      >
        {t('month.file', { count: open.length })}
      </a>
      <span className="muted">{t('month.fileHint')}</span>
    </p>
  );
};
