import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import { useId } from 'react';
import type { Action, Obligation } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useActions } from '../../../shared/decision/actions';
import { matterOf, objectOf } from '../../../shared/decision/matter';
import { useNamed } from '../../../shared/decision/use-named';
import { useText } from '../../../shared/i18n/use-text';
import { Light, WaitingLight } from '../../../shared/ui/light';

interface TodoRowProps {
  readonly obligation: Obligation;
  readonly today: CivilDate;
  readonly onDone: (obligation: Obligation, action: Action) => void;
}

/** One row: light, what to do, with what, until when, and the doing itself. */
export const TodoRow = ({ obligation: owed, today, onDone }: TodoRowProps) => {
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
        <div className="todo-light">
          {action ? <Light dueOn={obligation.dueOn} today={today} /> : <Waiting obligation={obligation} />}
        </div>
        <div className="todo-what" id={titleId}>
          <Link to="/t/$id" params={{ id: obligation.id }} className="todo-verb">
            {t(`obligation.${obligation.kind}`)}
          </Link>{' '}
          <span>{objectOf(obligation, words)}</span>
        </div>
        <div className="todo-due">
          <Due obligation={obligation} today={today} />
        </div>
        <div className="row todo-acts">{buttons}</div>
      </div>
      <div className="todo-from small muted">
        <Link to="/c/$code" params={{ code: obligation.campaign.code }}>
          {obligation.campaign.code}
        </Link>{' '}
        {obligation.campaign.title}
        {obligation.holder.how === 'instead' ? ` · ${t('todo.instead')}` : ''}
      </div>
      {card ? <div className="todo-card">{card}</div> : null}
    </li>
  );
};

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
      {obligation.provisional ? <span className="muted"> {t('todo.provisional')}</span> : null}
    </>
  );
};
