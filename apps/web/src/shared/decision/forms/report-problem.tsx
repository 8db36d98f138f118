import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries';
import { SelectField } from '../../fields/select-field';
import { AreaField, TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

const EMPTY = { item: '', title: '', detail: '' };

/** What was found after the screening was confirmed, at the check item that it belongs to. Clue items take no text. */
export const ReportProblem = () => {
  const { t } = useText();
  const { matter, send } = useCard();
  const [draft, setDraft] = useCardDraft<typeof EMPTY>(EMPTY);
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const aspects = useQuery(queries.campaign(matter.campaignId)).data?.aspects ?? [];
  const items = aspects.flatMap((aspect) => aspect.items).filter(({ clue }) => !clue);
  const [title, detail] = [draft.title.trim(), draft.detail.trim()];
  const confirm = () => {
    ask();
    if (draft.item !== '' && title !== '') send({ item: draft.item, problem: { title, detail } });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.ReportProblem')}>
      <SelectField
        label={t('form.reportItem')}
        value={draft.item}
        options={[
          { value: '', label: t('form.choose') },
          ...items.map(({ code, text }) => ({ value: code, label: `${code} ${text}` })),
        ]}
        onChange={(item) => setDraft({ ...draft, item })}
        error={required(draft.item === '') ?? fieldError('item')}
      />
      <TextField
        label={t('problem.title')}
        value={draft.title}
        onChange={(text) => setDraft({ ...draft, title: text })}
        error={required(title === '') ?? fieldError('problem.title')}
      />
      <AreaField
        label={t('problem.detail')}
        optional
        rows={2}
        value={draft.detail}
        onChange={(text) => setDraft({ ...draft, detail: text })}
        error={fieldError('problem.detail')}
      />
    </CardForm>
  );
};
