import { Button } from 'antd';
import { useState } from 'react';
import type { Action, Person } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import type { Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { PersonAccounts } from './person-accounts';
import { EndedTenures } from './tenures';

/** What concerns a person alone, in the order in which it is offered; a post's end goes before it. */
const OF_A_PERSON = [
  ...(['MarkAway', 'MarkBack', 'RecordLeaving', 'FreezePerson', 'UnfreezePerson'] as const),
  ...(['NameAdministrator', 'ReleaseAdministrator'] as const),
];

/** What the directory would take from the reader about somebody. */
export const actsOn = ({ personId, may }: Person): readonly Action[] =>
  OF_A_PERSON.filter((command) => may.includes(command)).map((command) =>
    directoryAct(command, { personId }),
  );

/** Where somebody stands, where that is not simply in office: away, frozen, left. */
export const PersonState = ({ person: { standing, away } }: { person: Person }) => {
  const { t } = useText();
  const today = useToday();
  return (
    <span className="muted small">
      {standing === 'holdsPost' ? '' : t(`standing.${standing}`)}
      {away
        .map(({ from, to }) =>
          t('settings.awayFrom', { from: longDay(from, today, t), to: longDay(to, today, t) }),
        )
        .join(' ')}
    </span>
  );
};

interface PersonActsProps {
  readonly person: Person;
  readonly matter: Matter;
  readonly acts: readonly Action[];
  readonly onDone: (action: Action) => void;
}

/** Opened on purpose: what ends somebody's post is never one press away. */
export const usePersonActs = ({ person, matter, acts, onDone }: PersonActsProps) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const button =
    acts.length === 0 ? null : (
      <Button
        aria-expanded={isOpen}
        aria-label={t('settings.actOn', { name: person.name })}
        onClick={() => setOpen(!isOpen)}
      >
        {t('settings.act')}
      </Button>
    );
  const opened = isOpen ? (
    <>
      {person.standing === 'holdsPost' ? <EndedTenures tenures={person.heldBefore} /> : null}
      <Actions matter={matter} actions={acts} isPrimary={false} onDone={onDone} />
      {person.may.includes('RecordLeaving') || person.accounts.length > 0 ? (
        <PersonAccounts person={person} mayReset />
      ) : null}
    </>
  ) : null;
  return { button, opened };
};
