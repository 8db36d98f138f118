import type { CivilDate } from '@rectify/domain';
import type { DueRow } from '../../../shared/calendar/due';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { groupsOf, scaleOf, type Bar } from './gantt-spans';
import './gantt.css';

interface GanttProps {
  readonly rows: readonly DueRow[];
  readonly today: CivilDate;
}

/** The plan as spans, measures below their problem; read only, and told by the table below it to whoever cannot see it. */
export const Gantt = ({ rows, today }: GanttProps) => {
  const { t } = useText();
  const groups = groupsOf(rows);
  const scale = scaleOf(groups);
  if (scale === null) return null;
  const { at, first, last, months } = scale;
  return (
    <div className="gantt" aria-hidden="true">
      <p className="small muted">{t('gantt.legend')}</p>
      <div className="gantt-months">
        {months.map((day) => (
          <span key={day} style={{ left: `${at(day)}%` }}>
            {shortDay(day, today, t)}
          </span>
        ))}
      </div>
      <div className="gantt-rows">
        {groups.map(({ problemId, name, bars }) => (
          <div key={problemId} data-gantt={problemId}>
            <div className="gantt-name">{name}</div>
            {bars.map((bar) => (
              <div key={bar.key} className="gantt-row">
                <span className="gantt-text">{bar.name}</span>
                <span className="gantt-track">
                  <Span bar={bar} at={at} />
                  {today >= first && today <= last ? (
                    <i className="gantt-today" style={{ left: `${at(today)}%` }} />
                  ) : null}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
};

const Span = ({
  bar: { from, dueOn, original, doneOn },
  at,
}: {
  bar: Bar;
  at: (day: CivilDate) => number;
}) => (
  <>
    <b
      className="gantt-bar"
      data-done={doneOn !== null || undefined}
      style={{ left: `${at(from)}%`, width: `max(6px, ${at(dueOn) - at(from)}%)` }}
    />
    {original === null ? null : <i className="gantt-original" style={{ left: `${at(original)}%` }} />}
  </>
);
