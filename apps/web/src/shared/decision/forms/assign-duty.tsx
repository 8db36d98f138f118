import { useQuery } from '@tanstack/react-query';
import type { DutyKind } from '@rectify/domain';
import { queries } from '../../api/queries';
import { PersonField } from '../../fields/person-field';
import { SelectField } from '../../fields/select-field';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { DUTIES, subjectsOf } from './duty-fields';

const EMPTY = { duty: 'aspectOwner' as DutyKind, subject: '', person: '', reason: '' };
type Draft = typeof EMPTY;

/** Puts a person where nobody of the duty's posts may act, or, unasked, into any duty of the campaign. */
export const AssignDuty = () => {
  const { t } = useText();
  const { matter, action, send } = useCard();
  const given = action.defaults as Partial<Draft>;
  const [draft, setDraft] = useCardDraft<Draft>({ ...EMPTY, ...given });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const reason = draft.reason.trim();
  const errorAt = (field: keyof Draft) => required(draft[field].trim() === '') ?? fieldError(field);
  const confirm = () => {
    ask();
    const { duty, subject, person } = draft;
    if (subject !== '' && person !== '' && reason !== '') send({ duty, subject, person, reason });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.AssignDuty')}>
      {given.duty === undefined ? (
        <DutyFields draft={draft} onChange={change} subjectError={errorAt('subject')} />
      ) : (
        <p>{t('form.nobodyEligible', { duty: t(`duty.${given.duty}`) })}</p>
      )}
      <PersonField
        label={t(`duty.${draft.duty}`)}
        value={draft.person}
        unitId={matter.unitId}
        nobody={t('form.choosePerson')}
        onChange={(person) => change({ person })}
        error={errorAt('person')}
      />
      <AreaField
        label={t('form.reason')}
        rows={2}
        value={draft.reason}
        onChange={(text) => change({ reason: text })}
        error={errorAt('reason')}
      />
    </CardForm>
  );
};

interface DutyFieldsProps {
  readonly draft: Draft;
  readonly onChange: (values: Partial<Draft>) => void;
  readonly subjectError: string | undefined;
}

const DutyFields = ({ draft, onChange, subjectError }: DutyFieldsProps) => {
  const { t } = useText();
  const { campaignId } = useCard().matter;
  const campaign = useQuery(queries.campaign(campaignId)).data;
  const problems = useQuery(queries.problems(campaignId)).data ?? [];
  const subjects = campaign ? subjectsOf(draft.duty, campaign, problems) : [];
  return (
    <div className="two">
      <SelectField
        label={t('form.duty')}
        value={draft.duty}
        options={DUTIES.map((value) => ({ value, label: t(`duty.${value}`) }))}
        onChange={(duty) => onChange({ duty, subject: '' })}
      />
      <SelectField
        label={t(draft.duty === 'aspectOwner' ? 'ledger.aspect' : 'ledger.problem')}
        value={draft.subject}
        options={[{ value: '', label: t('form.choose') }, ...subjects]}
        onChange={(subject) => onChange({ subject })}
        error={subjectError}
      />
    </div>
  );
};
