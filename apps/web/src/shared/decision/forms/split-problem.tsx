import { Button } from 'antd';
import { AreaField, TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { Finding } from '../../problem/problem-content';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { emptyPart, type PartDraft } from './list-fields';
import { WithProblem } from './with-problem';

interface Draft {
  readonly parts: readonly PartDraft[];
  readonly reason: string;
}

/** Two parts or more, each of which is included under a number of its own. */
export const SplitProblem = () => {
  const { t } = useText();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ parts: [emptyPart, emptyPart], reason: '' });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const { parts } = draft;
  const reason = draft.reason.trim();
  const changePart = (index: number, values: Partial<PartDraft>) =>
    setDraft({ ...draft, parts: parts.map((part, at) => (at === index ? { ...part, ...values } : part)) });
  const confirm = () => {
    ask();
    const written = parts.map(({ title, detail }) => ({ title: title.trim(), detail: detail.trim() }));
    if (reason !== '' && written.every(({ title }) => title !== '')) send({ parts: written, reason });
  };
  return (
    <WithProblem>
      {({ problem, itemText }) => (
        <CardForm onConfirm={confirm} consequence={t('consequence.SplitProblem')}>
          <Finding problem={problem} itemText={itemText} />
          {parts.map(({ title, detail }, index) => (
            <div
              key={index}
              className="measure-form"
              role="group"
              aria-label={t('form.part', { number: index + 1 })}
            >
              <TextField
                label={t('form.part', { number: index + 1 })}
                value={title}
                onChange={(text) => changePart(index, { title: text })}
                error={required(title.trim() === '') ?? fieldError(`parts[${index}].title`)}
              />
              <AreaField
                label={t('problem.detail')}
                optional
                rows={2}
                value={detail}
                onChange={(text) => changePart(index, { detail: text })}
                error={fieldError(`parts[${index}].detail`)}
              />
              {parts.length > 2 ? (
                <div>
                  <Button
                    size="small"
                    onClick={() => setDraft({ ...draft, parts: parts.filter((_, at) => at !== index) })}
                  >
                    {t('form.removePart', { number: index + 1 })}
                  </Button>
                </div>
              ) : null}
            </div>
          ))}
          <div>
            <Button onClick={() => setDraft({ ...draft, parts: [...parts, emptyPart] })}>
              {t('form.addPart')}
            </Button>
          </div>
          <AreaField
            label={t('form.reason')}
            rows={2}
            value={draft.reason}
            onChange={(text) => setDraft({ ...draft, reason: text })}
            error={required(reason.trim() === '') ?? fieldError('reason')}
          />
        </CardForm>
      )}
    </WithProblem>
  );
};
