import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Action, Person, Unit } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { actsOn, PersonState, usePersonActs } from './person-acts';
import { matterIn } from './seat-row';
import { EndedTenures } from './tenures';

interface OthersPanelProps {
  /** Where the reader stands; nobody in this list does. */
  readonly unit: Unit;
  readonly onDone: (action: Action, object: string) => void;
}

/** Whoever holds no post: new, an administrator, frozen or gone. */
export const OthersPanel = ({ unit, onDone }: OthersPanelProps) => {
  const { t } = useText();
  const others = useQuery(queries.otherPeople());
  return (
    <Panel title={t('settings.others')}>
      <Loaded query={others}>
        {(people) =>
          people.length === 0 ? (
            <EmptyPanel text={t('settings.noOthers')}>
              <Link to="/settings" hash="new">
                {t('settings.newAccount')}
              </Link>
            </EmptyPanel>
          ) : (
            <ul>
              {people.map((person) => (
                <OtherRow key={person.personId} {...{ person, unit, onDone }} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
};

const OtherRow = ({ person, unit, onDone }: OthersPanelProps & { readonly person: Person }) => {
  const { personId, name, heldBefore } = person;
  const { button, opened } = usePersonActs({
    ...{ person, acts: actsOn(person), matter: matterIn(unit, name, personId) },
    onDone: (action) => onDone(action, name),
  });
  return (
    <li className="seat" data-standing={person.standing}>
      <div className="seat-row">
        <span>{name}</span>
        <span>
          <PersonState person={person} /> <EndedTenures tenures={heldBefore} />
        </span>
        {button}
      </div>
      {opened}
    </li>
  );
};
