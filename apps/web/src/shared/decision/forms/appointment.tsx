import { allPosts, type CivilDate, type Post } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useState } from 'react';
import { newId } from '../../lib/new-id';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { PersonField } from '../../fields/person-field';
import { SelectField } from '../../fields/select-field';
import { useText } from '../../i18n/use-text';
import { postName } from '../../people/post-name';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

interface Draft {
  readonly post: string;
  readonly personId: string;
  readonly from: CivilDate | null;
}

const EMPTY: Draft = { post: '', personId: '', from: null };

/** Somebody to a post of the unit: appointed by its secretary, or proposed by an administrator. */
export const Appointment = () => {
  const { t } = useText();
  const today = useToday();
  const { action, matter, send } = useCard();
  const given = action.defaults as { readonly post?: Post };
  const isProposal = action.command === 'ProposeAppointment';
  const [draft, setDraft] = useCardDraft<Draft>({ ...EMPTY, ...given });
  const [proposalId] = useState(newId);
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const { post, personId, from } = draft;
  const confirm = () => {
    ask();
    if (post === '' || personId === '') return;
    if (isProposal) send({ proposalId, post, personId });
    else send({ post, personId, ...(from === null ? {} : { from }) });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t(`consequence.${action.command}` as MessageKey)}>
      <div className="two">
        {given.post === undefined ? (
          <SelectField
            label={t('form.post')}
            value={post}
            options={[
              { value: '', label: t('form.choose') },
              ...allPosts.map((value) => ({ value, label: postName(value, t) })),
            ]}
            onChange={(value) => setDraft({ ...draft, post: value })}
            error={required(post === '') ?? refused('post')}
          />
        ) : null}
        <PersonField
          label={t('form.person')}
          value={personId}
          unitId={matter.unitId}
          nobody={t('form.choosePerson')}
          withoutPost
          onChange={(value) => setDraft({ ...draft, personId: value })}
          error={required(personId === '') ?? refused('personId')}
        />
        {isProposal ? null : (
          <DayField
            label={t('form.from')}
            hint={t('form.fromHint')}
            optional
            value={from}
            today={today}
            onChange={(day) => setDraft({ ...draft, from: day })}
            error={refused('from')}
          />
        )}
      </div>
    </CardForm>
  );
};
