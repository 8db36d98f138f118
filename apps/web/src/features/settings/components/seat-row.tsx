import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Action, Person, Unit } from '../../../shared/api/types';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions, useActions } from '../../../shared/decision/actions';
import type { Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';
import { DisableAccount } from './disable-account';
import type { Seat } from './roster';

interface SeatRowProps {
  readonly seat: Seat;
  readonly unit: Unit;
  /** What the reader may do with it; the directory has the last word. */
  readonly role: 'fills' | 'proposes' | 'reads';
  readonly isSelf: boolean;
  readonly onDone: (action: Action, object: string) => void;
}

export const matterIn = (unit: Unit, name: string, key: string): Matter => ({
  campaignId: '',
  unitId: unit.unitId,
  problemId: null,
  draftKey: `directory.${unit.unitId}.${key}`,
  name,
});

/** A post and its holder; whoever fills the unit's posts opens what may be done about it. */
export const SeatRow = ({ seat: { post, person }, unit, role, isSelf, onDone }: SeatRowProps) => {
  const { t } = useText();
  const label = postName(post, t);
  const mayAct = role === 'fills' && !isSelf;
  return (
    <li className="seat" data-post={post}>
      {person ? (
        <Held {...{ label, post, person, unit, mayAct }} onDone={onDone} />
      ) : (
        <Vacant {...{ label, post, unit, role }} onDone={onDone} />
      )}
    </li>
  );
};

interface VacantProps extends Pick<SeatRowProps, 'unit' | 'role' | 'onDone'> {
  readonly label: string;
  readonly post: Seat['post'];
}

/** Whose holder left is filled here: what waited for the post waits for whoever comes. */
const Vacant = ({ label, post, unit, role, onDone }: VacantProps) => {
  const { t } = useText();
  const id = useId();
  const { unitId } = unit;
  const acts = {
    fills: [directoryAct('AppointToPost', { unitId, post })],
    proposes: [directoryAct('ProposeAppointment', { unitId, post })],
    reads: [],
  };
  const object = `${unit.name} ${label}`;
  const { buttons, card } = useActions({
    matter: matterIn(unit, object, post),
    actions: acts[role],
    describedBy: id,
    isPrimary: false,
    onDone: (action) => onDone(action, object),
  });
  return (
    <>
      <div className="seat-row">
        <span id={id}>{label}</span>
        <span className="vacant">{t('settings.vacant')}</span>
        <div className="row">{buttons}</div>
      </div>
      {card}
    </>
  );
};

interface HeldProps extends Pick<SeatRowProps, 'unit' | 'onDone'> {
  readonly label: string;
  readonly post: Seat['post'];
  readonly person: Person;
  readonly mayAct: boolean;
}

const Held = ({ label, post, person, unit, mayAct, onDone }: HeldProps) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { personId, name } = person;
  const acts = [
    directoryAct('EndTenure', { unitId: unit.unitId, post, personId }),
    directoryAct('MarkAway', { personId }),
    directoryAct('RecordLeaving', { personId }),
    directoryAct('FreezePerson', { personId }),
  ];
  return (
    <>
      <div className="seat-row">
        <span>{label}</span>
        <span>{name}</span>
        {mayAct ? (
          <Button
            aria-expanded={isOpen}
            aria-label={t('settings.actOn', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {t('settings.act')}
          </Button>
        ) : null}
      </div>
      {mayAct && isOpen ? (
        <>
          <Actions
            matter={matterIn(unit, name, `${post}.${personId}`)}
            actions={acts}
            isPrimary={false}
            onDone={(action) => onDone(action, name)}
          />
          <DisableAccount person={person} />
        </>
      ) : null}
    </>
  );
};
