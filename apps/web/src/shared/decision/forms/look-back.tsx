import { ChoiceField } from '../../fields/choice-field';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { Claim } from './claim-decision';
import { WithProblem } from './with-problem';

const VERDICTS = ['holds', 'relapsed'] as const;

interface Draft {
  readonly verdict: (typeof VERDICTS)[number] | null;
  readonly looked: string;
  readonly evidence: string;
}

/** 回头看结论: what was closed, whether that has lasted, what was looked at and where the evidence lies. */
export const RecordVerdict = () => {
  const { t } = useText();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ verdict: null, looked: '', evidence: '' });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const { verdict } = draft;
  const [looked, evidence] = [draft.looked.trim(), draft.evidence.trim()];
  const confirm = () => {
    ask();
    if (verdict !== null && looked !== '' && evidence !== '') send({ verdict, looked, evidence });
  };
  return (
    <WithProblem>
      {(found) => (
        <CardForm onConfirm={confirm} consequence={t('consequence.RecordVerdict')}>
          <Claim found={found} />
          <ChoiceField
            legend={t('lookBack.verdict')}
            value={verdict}
            options={VERDICTS.map((value) => ({ value, label: t(`lookBack.${value}`) }))}
            onChange={(value) => setDraft({ ...draft, verdict: value })}
            error={required(verdict === null) ?? fieldError('verdict')}
          />
          <AreaField
            label={t('lookBack.looked')}
            hint={t('lookBack.lookedHint')}
            value={draft.looked}
            onChange={(value) => setDraft({ ...draft, looked: value })}
            rows={2}
            error={required(looked === '') ?? fieldError('looked')}
          />
          <AreaField
            label={t('lookBack.evidence')}
            value={draft.evidence}
            onChange={(value) => setDraft({ ...draft, evidence: value })}
            rows={1}
            error={required(evidence === '') ?? fieldError('evidence')}
          />
        </CardForm>
      )}
    </WithProblem>
  );
};
