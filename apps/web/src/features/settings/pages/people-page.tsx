import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Action, Me, Person, Unit } from '../../../shared/api/types';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { useDone } from '../components/done';
import { NewAccount } from '../components/new-account';
import { rosterOf } from '../components/roster';
import { matterIn, SeatRow } from '../components/seat-row';
import { SettingsPage } from '../components/settings-page';

/** Who holds which post in one's units and those below, which are vacant, and what may be done about it. */
const PeoplePage = () => {
  const { t } = useText();
  const me = useQuery(queries.me()).data;
  const units = useQuery(queries.units());
  const people = useQuery(queries.people());
  const { record, note } = useDone();
  return (
    <SettingsPage title={t('settings.people')}>
      {note}
      <Loaded query={units} lines={8}>
        {(shown) => (
          <Loaded query={people} lines={8}>
            {(known) => me && <Units me={me} units={shown} people={known} onDone={record} />}
          </Loaded>
        )}
      </Loaded>
    </SettingsPage>
  );
};

interface UnitsProps {
  readonly me: Me;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly onDone: (action: Action, object: string) => void;
}

const Units = ({ me, units, people, onDone }: UnitsProps) => {
  const { t } = useText();
  const filled = units.filter((unit) => unit.filled);
  const shown = units.filter(
    ({ unitId, filled: is }) => is || me.administrator || me.scope.records.includes(unitId),
  );
  const roleIn = (unit: Unit) => (unit.filled ? 'fills' : me.administrator ? 'proposes' : 'reads');
  return (
    <>
      {filled.length === 0 && !me.administrator ? (
        <p className="note" data-tone="attention">
          {t('settings.readOnly')}
        </p>
      ) : null}
      {shown.length === 0 ? <p className="muted">{t('settings.noUnits')}</p> : null}
      {shown.map((unit) => (
        <Panel key={unit.unitId} title={`${unit.name} ${unit.code}`}>
          <ul>
            {rosterOf(unit.unitId, people).map((seat) => (
              <SeatRow
                key={`${seat.post}${seat.person?.personId ?? ''}`}
                seat={seat}
                unit={unit}
                role={roleIn(unit)}
                isSelf={seat.person?.personId === me.personId}
                onDone={onDone}
              />
            ))}
          </ul>
          {roleIn(unit) === 'reads' ? null : (
            <div className="panel-body panel-first">
              <UnitActs unit={unit} onDone={onDone} />
            </div>
          )}
        </Panel>
      ))}
      {filled.length > 0 ? <NewAccount units={filled} /> : null}
    </>
  );
};

const UnitActs = ({ unit, onDone }: { unit: Unit; onDone: UnitsProps['onDone'] }) => {
  const { unitId, name, filled } = unit;
  const acts = filled
    ? [directoryAct('AppointToPost', { unitId }), directoryAct('RegisterUnit', { parentId: unitId })]
    : [directoryAct('ProposeAppointment', { unitId })];
  return (
    <Actions
      matter={matterIn(unit, name, 'unit')}
      actions={acts}
      isPrimary={false}
      onDone={(action) => onDone(action, name)}
    />
  );
};

export default PeoplePage;
