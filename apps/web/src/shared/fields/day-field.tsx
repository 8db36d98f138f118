import { addDays, type CivilDate } from '@rectify/domain';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { longDay } from '../dates/format';
import { parseDay } from '../dates/parse';
import { useText } from '../i18n/use-text';
import { Field, type FieldProps } from './field';

interface DayProps extends FieldProps {
  readonly value: CivilDate | null;
  readonly onChange: (value: CivilDate | null) => void;
  readonly today: CivilDate;
  /** Days from today, each offered as a button. */
  readonly chips?: readonly number[];
}

/**
 * A day, typed as people write it; the day understood stands below with its weekday. A text field, because calendar
 * pickers cannot be used by keyboard and screen reader alike.
 */
export const DayField = ({ value, onChange, today, chips = [], hint, ...field }: DayProps) => {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value ?? '';
  const take = (text: string) => {
    setTyped(text);
    onChange(text.trim() === '' ? null : parseDay(text, today));
  };
  const understood = value === null ? '' : longDay(value, today, t);
  const notUnderstood = value === null && shown.trim() !== '' ? t('validation.notADate') : undefined;
  return (
    <Field
      {...field}
      error={field.error ?? notUnderstood}
      hint={
        <>
          <span className="unbroken">{understood}</span>
          {understood && hint ? t('field.hintThen') : null}
          {hint}
        </>
      }
    >
      {(wiring) => (
        <div className="row">
          <Input
            {...wiring}
            style={{ width: '11em' }}
            autoComplete="off"
            value={shown}
            placeholder={t('field.dayExample')}
            onChange={({ target }) => take(target.value)}
            onBlur={() => value !== null && setTyped(null)}
          />
          {chips.map((days) => (
            <Button key={days} onClick={() => take(addDays(today, days))}>
              {t('field.daysAhead', { count: days })}
            </Button>
          ))}
        </div>
      )}
    </Field>
  );
};
