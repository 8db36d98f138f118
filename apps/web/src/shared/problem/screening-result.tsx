import type { Campaign, Problem } from '../api/types';
import { useText } from '../i18n/use-text';
import { DataTable } from '../ui/data-table';

const ANSWERS = ['noProblem', 'problem', 'notApplicable', 'toCheck', 'handedOver'] as const;

/** What the screening found, by aspect: every answer counted, none of a clue's content. */
export const ScreeningResult = ({
  campaign,
  problems: all,
}: {
  campaign: Campaign;
  problems: readonly Problem[];
}) => {
  const { t } = useText();
  // What a split made was never reported.
  const problems = all.filter(({ partOf }) => partOf === null);
  const included = problems.filter(({ number }) => number !== null).length;
  const excluded = problems.filter(({ status }) => status === 'excluded').length;
  return (
    <DataTable
      caption={t('screening.caption', { reported: problems.length, included, excluded })}
      rows={campaign.aspects}
      rowKey={({ code }) => code}
      columns={[
        { key: 'aspect', label: t('ledger.aspect'), isRowHeader: true, cell: ({ name }) => name },
        { key: 'items', label: t('screening.items'), kind: 'number', cell: ({ items }) => items.length },
        ...ANSWERS.map((answer) => ({
          key: answer,
          label: t(`answer.${answer}`),
          kind: 'number' as const,
          cell: ({ items }: Campaign['aspects'][number]) =>
            items.filter((item) => item.answer === answer).length,
        })),
      ]}
    />
  );
};
