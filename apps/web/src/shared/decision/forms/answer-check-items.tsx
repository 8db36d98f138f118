import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../api/queries';
import type { Campaign } from '../../api/types';
import { useText } from '../../i18n/use-text';
import { Pending } from '../../ui/pending';
import { useCard, useCardDraft } from '../card-context';
import { CardForm } from '../card-form';
import { UnreadForm } from '../unread-form';
import {
  answerRest,
  itemsAsked,
  nothingYet,
  restAnswer,
  toAnswers,
  untold,
  type Draft,
} from './check-answers';
import { CheckItem } from './check-item';

export const AnswerCheckItems = () => {
  const { matter } = useCard();
  const campaign = useQuery(queries.campaign(matter.campaignId)).data;
  return campaign ? <Answers campaign={campaign} /> : <UnreadForm otherwise={<Pending lines={6} />} />;
};

/** Every item on its own line; what is left can be answered at one press and stays visible and changeable. */
const Answers = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useText();
  const { action, send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>(nothingYet);
  const [asked, ask] = useState(false);
  const items = itemsAsked(campaign, action.defaults);
  const answers = toAnswers(draft, items);
  const missing = untold(draft, items);
  const confirm = () => {
    ask(true);
    if (answers.length > 0 && missing.length === 0) send({ answers });
  };
  const fault = faultOf(asked, answers.length, missing.length);
  return (
    <CardForm
      onConfirm={confirm}
      verb={t('confirm.AnswerCheckItems', { count: answers.length, of: items.length })}
      consequence={t('consequence.AnswerCheckItems')}
    >
      <div className="sticky-tools">
        <span>{t('form.answered', { count: answers.length, of: items.length })}</span>
        <Button onClick={() => setDraft(answerRest(draft, items))}>
          {t(restAnswer(items) === 'noProblem' ? 'form.restNoProblem' : 'form.restNotApplicable')}
        </Button>
      </div>
      <ol className="items">
        {items.map((item) => (
          <CheckItem
            key={item.code}
            item={item}
            draft={draft}
            onChange={setDraft}
            isUntold={asked && missing.includes(item.code)}
          />
        ))}
      </ol>
      {fault ? (
        <p className="field-error" role="alert">
          {t(fault, { items: missing.join(' ') })}
        </p>
      ) : null}
    </CardForm>
  );
};

const faultOf = (asked: boolean, answered: number, missing: number) => {
  if (!asked) return null;
  if (answered === 0) return 'form.nothingAnswered' as const;
  return missing > 0 ? ('form.problemsUntold' as const) : null;
};
