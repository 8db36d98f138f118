import { Button } from 'antd';
import type { Campaign } from '../../api/types';
import { ChoiceField } from '../../fields/choice-field';
import { AreaField, TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { choicesOf, emptyFound, foundAt, type Answer, type Draft, type Found } from './check-answers';

interface CheckItemProps {
  readonly item: Campaign['aspects'][number]['items'][number];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** The problem found has to be described before it can be sent. */
  readonly isUntold: boolean;
}

/** One item: its text, its answers, and where something was found, what. */
export const CheckItem = ({ item, draft, onChange, isUntold }: CheckItemProps) => {
  const { t } = useText();
  const { code, text } = item;
  const answer = draft.answers[code] ?? null;
  const choose = (chosen: Answer) => onChange({ ...draft, answers: { ...draft.answers, [code]: chosen } });
  return (
    <li className="item" data-item={code} data-answer={answer ?? ''}>
      <p className="item-text">
        <span className="item-code">{code}</span>
        <span>{text}</span>
      </p>
      <ChoiceField
        legend={`${code} ${text}`}
        hiddenLegend
        value={answer}
        options={choicesOf(item).map((value) => ({ value, label: t(`answer.${value}`) }))}
        onChange={choose}
      />
      {item.clue ? <p className="field-hint found">{t('form.clueHint')}</p> : null}
      {answer === 'problem' ? (
        <FoundList
          found={foundAt(draft, code)}
          onChange={(found) => onChange({ ...draft, found: { ...draft.found, [code]: found } })}
          isUntold={isUntold}
        />
      ) : null}
    </li>
  );
};

interface FoundListProps {
  readonly found: readonly Found[];
  readonly onChange: (found: readonly Found[]) => void;
  readonly isUntold: boolean;
}

const FoundList = ({ found, onChange, isUntold }: FoundListProps) => {
  const { t } = useText();
  const change = (at: number, problem: Found) =>
    onChange(found.map((each, index) => (index === at ? problem : each)));
  return (
    <div className="found">
      {found.map((problem, index) => (
        <div key={index} className="stack">
          <TextField
            label={t('form.problemTitle')}
            value={problem.title}
            onChange={(title) => change(index, { ...problem, title })}
            error={isUntold && problem.title.trim() === '' ? t('validation.required') : undefined}
          />
          <AreaField
            label={t('form.problemDetail')}
            optional
            rows={2}
            value={problem.detail}
            onChange={(detail) => change(index, { ...problem, detail })}
          />
          {found.length > 1 ? (
            <div>
              <Button size="small" onClick={() => onChange(found.filter((_, other) => other !== index))}>
                {t('form.removeProblem')}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...found, emptyFound])}>
          {t('form.addProblem')}
        </Button>
      </div>
    </div>
  );
};
