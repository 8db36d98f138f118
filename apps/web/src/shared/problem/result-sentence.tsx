import type { MouseEvent, ReactNode } from 'react';
import type { Summary } from '../api/types';
import { longDay } from '../dates/format';
import { useToday } from '../dates/use-today';
import { useText } from '../i18n/use-text';
import { Unbroken } from '../ui/unbroken';

export type Proof = 'problems' | 'measures' | 'completed' | 'sustained';

const ORDER: readonly Proof[] = ['problems', 'measures', 'completed', 'sustained'];

/** The result in one sentence, its numbers as links to the rows that prove them where the page can show those; 回头看 below. */
export const ResultSentence = ({
  summary,
  onProof,
}: {
  summary: Summary;
  onProof?: (proof: Proof) => void;
}) => {
  const { language } = useText();
  const sentence = language === 'en' ? summary.sentence.en : summary.sentence.zh;
  const lookBack = language === 'en' ? summary.lookBack?.sentence.en : summary.lookBack?.sentence.zh;
  return (
    <>
      <p className="sentence" data-testid="result-sentence">
        {withNumbers(sentence, (index, number) => {
          const proof = ORDER[index];
          if (!proof || !onProof) return <strong>{number}</strong>;
          const open = (event: MouseEvent) => {
            event.preventDefault();
            onProof(proof);
          };
          return (
            <a href={`#proof-${proof}`} onClick={open}>
              {number}
            </a>
          );
        })}
      </p>
      {lookBack ? <p data-testid="look-back-sentence">{lookBack}</p> : null}
      <ForcedStages forced={summary.forced} />
    </>
  );
};

/** What was closed against its rule is never hidden beside the numbers. */
const ForcedStages = ({ forced }: { forced: Summary['forced'] }) => {
  const { t } = useText();
  const today = useToday();
  if (forced.length === 0) return null;
  const stages = forced.map(({ stage, on, reason }) => {
    const said = { stage: t(`stage.${stage}`), date: longDay(on, today, t), reason };
    return t(reason === '' ? 'result.forcedUnread' : 'result.forcedStage', said);
  });
  return (
    <p className="note" data-tone="attention" data-testid="forced-stages">
      <Unbroken text={t('result.forced', { stages: stages.join(t('people.and')) })} />
    </p>
  );
};

/** 建章立制 as the summary’s approval names it: the numbers, or that there are none. */
export const RulesMade = ({ rulesMade: { count, numbers } }: { rulesMade: Summary['rulesMade'] }) => {
  const { t } = useText();
  if (count === 0) return <p>{t('result.noRulesMade')}</p>;
  return <p>{t('result.rulesMade', { count, numbers: numbers.join(t('people.and')) })}</p>;
};

/** The server's sentence with each of its numbers, in their order, as something else. */
const withNumbers = (sentence: string, as: (index: number, number: string) => ReactNode): ReactNode[] => {
  let index = -1;
  return sentence.split(/(\d+)/).map((part, at) => {
    if (at % 2 === 0) return part;
    index += 1;
    return <span key={at}>{as(index, part)}</span>;
  });
};
