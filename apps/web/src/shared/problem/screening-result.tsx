import type { Campaign, Problem } from '../api/types';
import { useText } from '../i18n/use-text';

const ANSWERS = ['noProblem', 'problem', 'notApplicable', 'toCheck', 'handedOver'] as const;

/** What the screening found, by aspect: every answer counted, none of a clue's content. */
export const ScreeningResult = ({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) => {
  const { t } = useText();
  const included = problems.filter(({ number }) => number !== null).length;
  const excluded = problems.filter(({ status }) => status === 'excluded').length;
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{t('screening.caption', { reported: problems.length, included, excluded })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.aspect')}</th>
            <th scope="col" className="number">
              {t('screening.items')}
            </th>
            {ANSWERS.map((answer) => (
              <th key={answer} scope="col" className="number">
                {t(`answer.${answer}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {campaign.aspects.map(({ code, name, items }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="number">{items.length}</td>
              {ANSWERS.map((answer) => (
                <td key={answer} className="number">
                  {items.filter((item) => item.answer === answer).length}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
