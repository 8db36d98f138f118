import type { MouseEvent, ReactNode } from 'react';
import type { Summary } from '../api/types';
import { useText } from '../i18n/use-text';

export type Proof = 'problems' | 'measures' | 'completed' | 'sustained';

const ORDER: readonly Proof[] = ['problems', 'measures', 'completed', 'sustained'];

/** The result in one sentence, its numbers as links to the rows that prove them where the page can show those. */
export const ResultSentence = ({
  summary,
  onProof,
}: {
  summary: Summary;
  onProof?: (proof: Proof) => void;
}) => {
  const { language } = useText();
  const sentence = language === 'en' ? summary.sentence.en : summary.sentence.zh;
  return (
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
  );
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
