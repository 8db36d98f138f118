import { AreaField, TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import type { ProblemInCampaign } from '../../problem/use-problem';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { WithProblem } from './with-problem';

interface Draft {
  readonly title: string;
  readonly detail: string;
  readonly reason: string;
}

/** What a listed problem says, as it is to be read from now on, and why. */
export const CorrectProblem = () => (
  <WithProblem>{({ problem }) => <Correction problem={problem} />}</WithProblem>
);

const Correction = ({ problem }: Pick<ProblemInCampaign, 'problem'>) => {
  const { t } = useText();
  const { send } = useCard();
  const { title, detail } = problem;
  const [draft, setDraft] = useCardDraft<Draft>({ title, detail, reason: '' });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const confirm = () => {
    ask();
    const said = { title: draft.title.trim(), detail: draft.detail.trim(), reason: draft.reason.trim() };
    if (said.title !== '' && said.reason !== '') send({ ...said });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.CorrectProblem')}>
      <TextField
        label={t('problem.title')}
        value={draft.title}
        onChange={(text) => setDraft({ ...draft, title: text })}
        error={required(draft.title.trim() === '') ?? fieldError('title')}
      />
      <AreaField
        label={t('problem.detail')}
        optional
        rows={3}
        value={draft.detail}
        onChange={(text) => setDraft({ ...draft, detail: text })}
        error={fieldError('detail')}
      />
      <AreaField
        label={t('form.reason')}
        rows={2}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
        error={required(draft.reason.trim() === '') ?? fieldError('reason')}
      />
    </CardForm>
  );
};
