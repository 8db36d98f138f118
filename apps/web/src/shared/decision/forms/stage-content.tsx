import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries';
import { useToday } from '../../dates/use-today';
import { useText } from '../../i18n/use-text';
import { ProblemListTable } from '../../problem/problem-list';
import { ResultSentence, RulesMade } from '../../problem/result-sentence';
import { ScreeningResult } from '../../problem/screening-result';
import { Pending } from '../../ui/pending';
import { useCard } from '../card-context';

/** What a stage's approval approves: the screening's answers, else the numbered problems as they stand. */
export const StageContent = ({ stage }: { stage: string }) => {
  const { t } = useText();
  const today = useToday();
  const { campaignId } = useCard().matter;
  const campaign = useQuery(queries.campaign(campaignId)).data;
  const problems = useQuery(queries.problems(campaignId)).data;
  if (!campaign || !problems) return <Pending lines={4} />;
  const listed = problems.filter(({ number }) => number !== null);
  return (
    <div className="stack">
      {stage === 'screening' ? <ScreeningResult campaign={campaign} problems={problems} /> : null}
      {listed.length > 0 ? (
        <ProblemListTable
          problems={listed}
          caption={t('ledger.caption', { count: listed.length })}
          today={today}
        />
      ) : (
        <p>{t('ledger.none')}</p>
      )}
      {['signOff', 'summary', 'lookBack'].includes(stage) ? (
        <Result campaignId={campaignId} isSummary={stage === 'summary'} />
      ) : null}
    </div>
  );
};

const Result = ({ campaignId, isSummary }: { campaignId: string; isSummary: boolean }) => {
  const summary = useQuery(queries.summary(campaignId)).data;
  if (!summary) return null;
  return (
    <>
      <ResultSentence summary={summary} />
      {isSummary ? <RulesMade rulesMade={summary.rulesMade} /> : null}
    </>
  );
};
