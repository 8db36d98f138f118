import { eachDay, OWN_DAY_LIMITS, type CivilDate } from '@rectify/domain';
import { useToday } from '../../dates/use-today';
import { ChoiceField } from '../../fields/choice-field';
import { DayField } from '../../fields/day-field';
import { TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

interface Draft {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly kind: 'off' | 'works' | null;
  readonly name: string;
  readonly reason: string;
}

const EMPTY: Draft = { from: null, to: null, kind: null, name: '', reason: '' };

/** One day or several in a row on which the unit is off, or works, whatever the notice says. */
export const OwnDays = () => {
  const { t } = useText();
  const today = useToday();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>(EMPTY);
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const { from, to, kind } = draft;
  const name = draft.name.trim();
  const reason = draft.reason.trim();
  const dates = from === null ? [] : [...eachDay(from, to !== null && to > from ? to : from)];
  const confirm = () => {
    ask();
    if (dates.length === 0 || dates.length > OWN_DAY_LIMITS.atOnce) return;
    if (kind === null || name === '' || reason === '') return;
    send({ days: dates.map((date) => ({ date, works: kind === 'works', name })), reason });
  };
  const tooMany =
    dates.length > OWN_DAY_LIMITS.atOnce ? t('form.tooManyDays', { max: OWN_DAY_LIMITS.atOnce }) : undefined;
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.OverrideCalendarDays')}>
      <ChoiceField
        legend={t('form.dayKind')}
        value={kind}
        options={[
          { value: 'off', label: t('days.off') },
          { value: 'works', label: t('days.works') },
        ]}
        onChange={(value) => change({ kind: value })}
        error={required(kind === null)}
      />
      <div className="two">
        <DayField
          label={t('form.firstDay')}
          value={from}
          today={today}
          onChange={(day) => change({ from: day })}
          error={required(from === null) ?? refused('days[0].date')}
        />
        <DayField
          label={t('form.lastDay')}
          hint={t('form.lastDayHint')}
          optional
          value={to}
          today={today}
          onChange={(day) => change({ to: day })}
          error={tooMany}
        />
        <TextField
          label={t('form.dayName')}
          value={draft.name}
          onChange={(value) => change({ name: value })}
          error={required(name === '') ?? refused('days[0].name')}
        />
        <TextField
          label={t('form.reason')}
          value={draft.reason}
          onChange={(value) => change({ reason: value })}
          error={required(reason === '') ?? refused('reason')}
        />
      </div>
    </CardForm>
  );
};
