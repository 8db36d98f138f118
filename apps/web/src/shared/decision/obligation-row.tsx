import type { CivilDate } from '@rectify/domain';
import { useId } from 'react';
import type { Action, Obligation } from '../api/types';
import { longDay } from '../dates/format';
import { useActions } from './actions';
import { matterOf, objectOf } from './matter';
import { useNamed } from './use-named';
import { useText } from '../i18n/use-text';
import { Light, WaitingLight } from '../ui/light';
import { RowLink } from '../ui/row-link';
import { Unbroken } from '../ui/unbroken';
import './obligation-row.css';

interface ObligationRowProps {
  readonly obligation: Obligation;
  readonly today: CivilDate;
  /** Its campaign, where the page is not about just that one. */
  readonly withCampaign?: boolean;
  /** Where it can be chosen to be done with others of its kind. */
  readonly choice?: { readonly isChosen: boolean; readonly toggle: () => void } | undefined;
  readonly onDone: (obligation: Obligation, action: Action) => void;
}

/** One row: light, what to do, with what, until when, and the doing itself. */
export const ObligationRow = ({
  obligation: owed,
  today,
  withCampaign = true,
  choice,
  onDone,
}: ObligationRowProps) => {
  const obligation = useNamed(owed);
  const words = useText();
  const { t } = words;
  const titleId = useId();
  const { action, alternatives } = obligation;
  const { buttons, card } = useActions({
    matter: matterOf(obligation, words),
    actions: action ? [action, ...alternatives] : [],
    describedBy: titleId,
    onDone: (done) => onDone(obligation, done),
  });
  return (
    <li className="todo" data-obligation={obligation.kind} data-id={obligation.id}>
      <div className="todo-row">
        <div className="todo-when">
          <div className="todo-light">
            {choice ? (
              <input
                type="checkbox"
                className="todo-choice"
                data-select=""
                aria-label={t('batch.choose', { name: objectOf(obligation, words) })}
                checked={choice.isChosen}
                onChange={choice.toggle}
              />
            ) : null}
            <Light dueOn={obligation.dueOn} today={today} />
          </div>
          <div className="small muted">
            <Due obligation={obligation} today={today} />
          </div>
        </div>
        <div>
          <div className="todo-what" id={titleId}>
            <RowLink target={{ to: '/t/$id', params: { id: obligation.id } }} className="todo-verb">
              {t(`obligation.${obligation.kind}`)}
            </RowLink>{' '}
            <span>
              <Unbroken text={objectOf(obligation, words)} />
            </span>
          </div>
          <div className="small muted">
            {withCampaign ? <CampaignOf obligation={obligation} /> : null}
            {obligation.holder.how === 'instead' ? <div>{t('todo.instead')}</div> : null}
          </div>
        </div>
        <div className="row todo-acts">{action ? buttons : <Waiting obligation={obligation} />}</div>
      </div>
      {card ? <div className="todo-card">{card}</div> : null}
    </li>
  );
};

const CampaignOf = ({ obligation: { campaign } }: { obligation: Obligation }) =>
  campaign && (
    <>
      <RowLink target={{ to: '/c/$code', params: { code: campaign.code } }}>{campaign.code}</RowLink>{' '}
      {campaign.title}
    </>
  );

const Waiting = ({ obligation: { holder } }: { obligation: Obligation }) => {
  const { t } = useText();
  const [first] = holder.people;
  return <WaitingLight name={first ? first.name : t('people.nobody')} />;
};

const Due = ({ obligation, today }: { obligation: Obligation; today: CivilDate }) => {
  const { t } = useText();
  return (
    <>
      {t('todo.due', { day: longDay(obligation.dueOn, today, t) })}
      {obligation.provisional ? <div>{t('todo.provisional')}</div> : null}
    </>
  );
};
