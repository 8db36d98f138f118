import type { Action, OfficialCalendar, Unit } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { calendarAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { matterIn } from './seat-row';

interface OwnDaysProps {
  readonly calendar: OfficialCalendar;
  /** Whose own days the reader may set. */
  readonly filled: readonly Unit[];
  readonly onDone: (action: Action, object: string) => void;
}

/** Days on which a unit is off or works of its own; today's and later ones may be taken back. */
export const OwnDaysPanel = ({ calendar, filled, onDone }: OwnDaysProps) => {
  const { t } = useText();
  const today = useToday();
  const unitOf = (unitId: string) => filled.find((unit) => unit.unitId === unitId);
  return (
    <Panel title={t('days.own')}>
      <div className="panel-body stack">
        <p className="muted small">{t('days.ownHint')}</p>
        {calendar.ownDays.length === 0 ? <p className="muted">{t('days.noOwn')}</p> : null}
        <ul className="stack">
          {calendar.ownDays.map(({ unitId, unitName, date, works, name }) => {
            const unit = date >= today ? unitOf(unitId) : undefined;
            return (
              <li key={`${unitId}${date}`} className="stack" data-own-day={date}>
                <span>
                  {longDay(date, today, t)} {t(works ? 'days.works' : 'days.off')} {name}（{unitName}）
                </span>
                {unit ? (
                  <Actions
                    matter={matterIn(unit, longDay(date, today, t), `day.${date}`)}
                    actions={[calendarAct('WithdrawCalendarOverride', { unitId, dates: [date] })]}
                    isPrimary={false}
                    onDone={(action) => onDone(action, longDay(date, today, t))}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
        {filled.map((unit) => (
          <div key={unit.unitId} className="unit-acts">
            <span>{unit.name}</span>
            <Actions
              matter={matterIn(unit, unit.name, 'days')}
              actions={[calendarAct('OverrideCalendarDays', { unitId: unit.unitId })]}
              isPrimary={false}
              onDone={(action) => onDone(action, unit.name)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
};
