import { useQuery } from '@tanstack/react-query';
import type { MessageKey } from '@rectify/i18n';
import { queries } from '../../../shared/api/queries';
import type { Action, Delegation } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { matterIn } from './seat-row';

interface DelegationListProps {
  readonly unitId: string;
  readonly onDone: (action: Action, object: string) => void;
}

/** What has not ended: from whom to whom, until when, what; whoever may end it does it here. */
export const DelegationList = ({ unitId, onDone }: DelegationListProps) => {
  const { t } = useText();
  return (
    <Loaded query={useQuery(queries.delegations())}>
      {(delegations) =>
        delegations.length === 0 ? (
          <p className="muted">{t('settings.noDelegations')}</p>
        ) : (
          <ul className="stack">
            {delegations.map((each) => (
              <Row key={each.id} delegation={each} unitId={unitId} onDone={onDone} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};

const Row = ({
  delegation: { id, from, to, powers, startOn, endOn, may },
  unitId,
  onDone,
}: DelegationListProps & { readonly delegation: Delegation }) => {
  const { t } = useText();
  const today = useToday();
  const object = t('settings.fromTo', { from: from.name, to: to.name });
  const acts = may.map((command) => directoryAct(command, { delegationId: id, from: from.personId }));
  return (
    <li className="stack" data-delegation={id}>
      <div>
        <b>{object}</b>{' '}
        {t('campaign.window', { from: longDay(startOn, today, t), to: longDay(endOn, today, t) })}
        <div className="small muted">
          {powers.map((power) => t(`command.${power}` as MessageKey)).join(t('people.and'))}
        </div>
      </div>
      {acts.length > 0 ? (
        <Actions
          matter={matterIn({ unitId }, object, id)}
          actions={acts}
          isPrimary={false}
          onDone={(action) => onDone(action, object)}
        />
      ) : null}
    </li>
  );
};
