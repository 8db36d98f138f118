import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries';
import { problemOf } from '../api/problem';
import { useToday } from '../dates/use-today';
import { useText } from '../i18n/use-text';
import { deedsIn } from '../record/deeds';
import { Record } from '../record/record';
import { useCard } from './card-context';

const OVERTAKEN = ['ALREADY_DECIDED', 'BASIS_CHANGED', 'NOT_YOURS'];

/** Where somebody was first: who it was, when, and what they did. */
export const Meanwhile = () => {
  const { refusal } = useCard();
  return refusal && OVERTAKEN.includes(problemOf(refusal).code) ? <LastLine /> : null;
};

const LastLine = () => {
  const { t } = useText();
  const today = useToday();
  const { matter } = useCard();
  const { campaignId, problemId } = matter;
  const record =
    problemId === null ? queries.timeline(campaignId) : queries.problemTimeline(campaignId, problemId);
  const entries = useQuery({ ...record, enabled: campaignId !== '', refetchOnMount: 'always' }).data ?? [];
  const last = deedsIn(entries).find(({ by }) => by !== null);
  const problems = useQuery({ ...queries.problems(campaignId), enabled: campaignId !== '' }).data ?? [];
  if (!last) return null;
  return (
    <div data-meanwhile={last.type}>
      <p className="muted">{t('card.meanwhile')}</p>
      <Record entries={[last]} problems={problems} today={today} />
    </div>
  );
};
