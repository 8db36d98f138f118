import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries';
import { ChecksField } from '../../fields/checks-field';
import { SelectField } from '../../fields/select-field';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { mergeable, mergeTargets, optionOf } from './list-fields';

interface Draft {
  readonly into: string;
  readonly problemIds: readonly string[];
  readonly reason: string;
}

/** One problem stays; those that say the same leave, under their own numbers, and link to it. */
export const MergeProblems = () => {
  const { t } = useText();
  const { matter, send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ into: '', problemIds: [], reason: '' });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const problems = useQuery(queries.problems(matter.campaignId)).data ?? [];
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const reason = draft.reason.trim();
  const problemIds = draft.problemIds.filter((id) => id !== draft.into);
  const confirm = () => {
    ask();
    if (draft.into !== '' && problemIds.length > 0 && reason !== '')
      send({ into: draft.into, problemIds, reason });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.MergeProblems')}>
      <SelectField
        label={t('form.mergeInto')}
        value={draft.into}
        options={[{ value: '', label: t('form.choose') }, ...mergeTargets(problems).map(optionOf)]}
        onChange={(into) => change({ into })}
        error={required(draft.into === '') ?? fieldError('into')}
      />
      <ChecksField
        legend={t('form.mergeGone')}
        values={problemIds}
        options={mergeable(problems)
          .filter(({ id }) => id !== draft.into)
          .map(optionOf)}
        onChange={(chosen) => change({ problemIds: chosen })}
        error={required(problemIds.length === 0) ?? fieldError('problemIds[0]')}
      />
      <AreaField
        label={t('form.reason')}
        rows={2}
        value={draft.reason}
        onChange={(text) => change({ reason: text })}
        error={required(reason === '') ?? fieldError('reason')}
      />
    </CardForm>
  );
};
