import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries';
import { SelectField } from '../../fields/select-field';
import { useText } from '../../i18n/use-text';
import { Unread } from '../../ui/unread';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { linkable, optionOf } from './list-fields';

interface Draft {
  readonly item: string;
  readonly campaignId: string;
  readonly problemId: string;
}

/** 关联: an item, another campaign of the unit, and the problem there that answers it. */
export const LinkProblem = () => {
  const { t } = useText();
  const { matter, send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ item: '', campaignId: '', problemId: '' });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const own = useQuery(queries.campaign(matter.campaignId)).data;
  const campaigns = useQuery(queries.campaigns());
  const others = (campaigns.data ?? []).filter(
    ({ id, unit }) => id !== matter.campaignId && unit.id === matter.unitId,
  );
  const isChosen = draft.campaignId !== '';
  const found = useQuery({ ...queries.problems(draft.campaignId), enabled: isChosen });
  const problems = linkable(found.data ?? []);
  const items = (own?.aspects ?? []).flatMap((aspect) => aspect.items).filter(({ clue }) => !clue);
  const choose = { value: '', label: t('form.choose') };
  const confirm = () => {
    ask();
    if (draft.item !== '' && isChosen && draft.problemId !== '') send({ ...draft });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.LinkProblem')}>
      <Unread query={campaigns.error ? campaigns : found} />
      <SelectField
        label={t('form.linkItem')}
        value={draft.item}
        options={[choose, ...items.map(({ code, text }) => ({ value: code, label: `${code} ${text}` }))]}
        onChange={(item) => setDraft({ ...draft, item })}
        error={required(draft.item === '') ?? fieldError('item')}
      />
      <SelectField
        label={t('form.linkCampaign')}
        value={draft.campaignId}
        options={[choose, ...others.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))]}
        onChange={(campaignId) => setDraft({ ...draft, campaignId, problemId: '' })}
        error={required(!isChosen) ?? fieldError('campaignId')}
      />
      {found.data && problems.length === 0 ? <p className="muted">{t('form.linkNone')}</p> : null}
      <SelectField
        label={t('form.linkProblem')}
        value={draft.problemId}
        options={[choose, ...problems.map(optionOf)]}
        onChange={(problemId) => setDraft({ ...draft, problemId })}
        error={required(draft.problemId === '') ?? fieldError('problemId')}
      />
    </CardForm>
  );
};
