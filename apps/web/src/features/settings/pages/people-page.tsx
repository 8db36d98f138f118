import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Action, Me, Person, Unit } from '../../../shared/api/types';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import { useText } from '../../../shared/i18n/use-text';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { AccountsPanel } from '../components/accounts-panel';
import { useDone } from '../components/done';
import { mayImport, unitsFilled } from '../components/fills';
import { NewAccount } from '../components/new-account';
import { OthersPanel } from '../components/others-panel';
import { rosterOf } from '../components/roster';
import { matterIn, SeatRow, type Role } from '../components/seat-row';
import { SettingsPage } from '../components/settings-page';
import { TenureRecord } from '../components/tenure-record';

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

type OnDone = (action: Action, object: string) => void;

interface UnitsProps {
  readonly me: Me;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly onDone: OnDone;
}

const Units = ({ me, units, people, onDone }: UnitsProps) => {
  const { t } = useText();
  const filled = unitsFilled(me, units);
  const [first] = filled;
  const roleIn = (unit: Unit): Role =>
    filled.includes(unit) ? 'fills' : me.administrator ? 'proposes' : 'reads';
  const shown = units.filter((unit) => roleIn(unit) !== 'reads' || me.scope.records.includes(unit.unitId));
  return (
    <>
      {first === undefined && !me.administrator ? (
        <p className="note" data-tone="attention">
          {t('settings.readOnly')}
        </p>
      ) : null}
      {mayImport(me, units) ? (
        <p>
          <Link to="/settings/import">{t('import.title')}</Link>
        </p>
      ) : null}
      {shown.length === 0 ? (
        <Empty text={t('settings.noUnits')}>
          <Link to="/account">{t('account.title')}</Link>
        </Empty>
      ) : null}
      {shown.map((unit) => (
        <UnitPanel key={unit.unitId} unit={unit} people={people} role={roleIn(unit)} onDone={onDone} />
      ))}
      {me.administrator ? <AccountsPanel people={people} /> : null}
      {first === undefined ? null : (
        <>
          <OthersPanel unit={first} onDone={onDone} />
          <NewAccount units={filled} />
        </>
      )}
      {first === undefined && !me.administrator ? null : <TenureRecord />}
    </>
  );
};

interface UnitPanelProps {
  readonly unit: Unit;
  readonly people: readonly Person[];
  readonly role: Role;
  readonly onDone: OnDone;
}

const UnitPanel = ({ unit, people, role, onDone }: UnitPanelProps) => {
  const { unitId, name, code } = unit;
  const acts = {
    fills: [directoryAct('AppointToPost', { unitId }), directoryAct('RegisterUnit', { parentId: unitId })],
    proposes: [directoryAct('ProposeAppointment', { unitId })],
    reads: [],
  };
  return (
    <Panel title={`${name} ${code}`}>
      {/* An administrator reads nobody's posts: the form asks. */}
      {role === 'proposes' ? null : (
        <ul>
          {rosterOf(unitId, people).map((seat) => (
            <SeatRow key={`${seat.post}${seat.person?.personId ?? ''}`} {...{ seat, unit, role, onDone }} />
          ))}
        </ul>
      )}
      {role === 'reads' ? null : (
        <div className="panel-body panel-first">
          <Actions
            matter={matterIn(unit, name, 'unit')}
            actions={acts[role]}
            isPrimary={false}
            onDone={(action) => onDone(action, name)}
          />
        </div>
      )}
    </Panel>
  );
};

export default PeoplePage;
