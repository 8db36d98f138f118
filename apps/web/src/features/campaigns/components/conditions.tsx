import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { useText } from '../../../shared/i18n/use-text';
import { exitConditions } from './exit-conditions';

/** 结束条件: what has to be so before the current stage can be approved. */
export const Conditions = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useText();
  const problems = useQuery(queries.problems(campaign.id, useAsOf())).data;
  const conditions = problems ? exitConditions(campaign, problems, t) : [];
  if (conditions.length === 0) return null;
  return (
    <div className="row">
      <span className="label">{t('exit.title')}</span>
      <ul className="conditions">
        {conditions.map(({ text, isMet }) => (
          <li key={text} data-met={isMet}>
            <span aria-hidden="true">{isMet ? '✓ ' : '○ '}</span>
            {text}
            <span className="sr-only"> {t(isMet ? 'exit.met' : 'exit.notMet')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
