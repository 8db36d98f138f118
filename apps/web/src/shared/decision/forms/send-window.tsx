import { SEND_WINDOW_LIMITS } from '@rectify/domain';
import { SelectField } from '../../fields/select-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';

/** Half hours from one to another, both included. */
const halfHours = ({ min, max }: { readonly min: string; readonly max: string }) =>
  Array.from({ length: 48 }, (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
    .filter((time) => min <= time && time <= max)
    .map((time) => ({ value: time, label: time }));

/** The hours of a working day within which messages leave. */
export const SendWindow = () => {
  const { t } = useText();
  const { action, send } = useCard();
  const now = action.defaults as { readonly from: string; readonly to: string };
  const [{ from, to }, setHours] = useCardDraft({ from: now.from, to: now.to });
  const refused = useFieldError();
  return (
    <CardForm onConfirm={() => send({ from, to })} consequence={t('consequence.SetSendWindow')}>
      <div className="two">
        <SelectField
          label={t('form.sendFrom')}
          value={from}
          options={halfHours(SEND_WINDOW_LIMITS.from)}
          onChange={(time) => setHours({ from: time, to })}
          error={refused('from')}
        />
        <SelectField
          label={t('form.sendTo')}
          value={to}
          options={halfHours(SEND_WINDOW_LIMITS.to)}
          onChange={(time) => setHours({ from, to: time })}
          error={refused('to')}
        />
      </div>
    </CardForm>
  );
};
