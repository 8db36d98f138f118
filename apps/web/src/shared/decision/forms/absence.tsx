import type { CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

interface Days {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** Away from one day to another, or back from a day on. */
export const Absence = () => {
  const { t } = useText();
  const today = useToday();
  const { action, send } = useCard();
  const isBack = action.command === 'MarkBack';
  const [{ from, to }, setDays] = useCardDraft<Days>({ from: today, to: null });
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const confirm = () => {
    ask();
    if (from === null || (!isBack && to === null)) return;
    send(isBack ? { from } : { from, to });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t(`consequence.${action.command}` as MessageKey)}>
      <div className="two">
        <DayField
          label={t(isBack ? 'form.backFrom' : 'form.awayFrom')}
          value={from}
          today={today}
          onChange={(day) => setDays({ from: day, to })}
          error={required(from === null) ?? refused('from')}
        />
        {isBack ? null : (
          <DayField
            label={t('form.awayTo')}
            hint={t('form.lastDayHint')}
            value={to}
            today={today}
            onChange={(day) => setDays({ from, to: day })}
            error={required(to === null) ?? refused('to')}
          />
        )}
      </div>
    </CardForm>
  );
};
