import { useId } from 'react';
import type { Action, Person, Unit } from '../../../shared/api/types';
import { directoryAct } from '../../../shared/decision/acts';
import { useActions } from '../../../shared/decision/actions';
import type { Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';
import { actsOn, PersonState, usePersonActs } from './person-acts';
import type { Seat } from './roster';
import { TenureSince } from './tenures';

/** What the reader does about a vacant post of the unit. */
export type Role = 'fills' | 'proposes' | 'reads';

interface SeatRowProps {
  readonly seat: Seat;
  readonly unit: Unit;
  readonly role: Role;
  readonly onDone: (action: Action, object: string) => void;
}

export const matterIn = ({ unitId }: Pick<Unit, 'unitId'>, name: string, key: string): Matter => ({
  campaignId: '',
  unitId,
  problemId: null,
  draftKey: `directory.${unitId}.${key}`,
  name,
});

/** A post and its holder, or that it is vacant, with what may be done about it. */
export const SeatRow = ({ seat: { post, person }, ...row }: SeatRowProps) => (
  <li className="seat" data-post={post}>
    {person ? <Held {...row} post={post} person={person} /> : <Vacant {...row} post={post} />}
  </li>
);

type Of<More> = Omit<SeatRowProps, 'seat'> & { readonly post: Seat['post'] } & More;

/** Whose holder left is filled here: what waited for the post waits for whoever comes. */
const Vacant = ({ post, unit, role, onDone }: Of<object>) => {
  const { t } = useText();
  const id = useId();
  const label = postName(post, t);
  const object = `${unit.name} ${label}`;
  const defaults = { unitId: unit.unitId, post };
  const acts = {
    fills: [directoryAct('AppointToPost', defaults)],
    proposes: [directoryAct('ProposeAppointment', defaults)],
    reads: [],
  };
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

const Held = ({ post, person, unit, role, onDone }: Of<{ readonly person: Person }>) => {
  const { t } = useText();
  const { personId, name } = person;
  const mayEnd = role === 'fills' && person.may.includes('EndTenure');
  const acts = [
    ...(mayEnd ? [directoryAct('EndTenure', { unitId: unit.unitId, post, personId })] : []),
    ...(role === 'fills' ? actsOn(person) : []),
  ];
  const { button, opened } = usePersonActs({
    ...{ person, acts, matter: matterIn(unit, name, `${post}.${personId}`) },
    onDone: (action) => onDone(action, name),
  });
  return (
    <>
      <div className="seat-row">
        <span>{postName(post, t)}</span>
        <span>
          {name} <TenureSince posts={person.posts} unitId={unit.unitId} post={post} />{' '}
          <PersonState person={person} />
        </span>
        {button}
      </div>
      {opened}
    </>
  );
};
