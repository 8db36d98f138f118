import { useState } from 'react';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { SelectField } from '../../fields/select-field';
import { AreaField, TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { fieldsToAsk, valueOf, type SchemaField } from './schema-fields';

const LONG = 200;

/** An action that has no form of its own yet is asked for by its schema, so that nothing owed cannot be done here. */
export const SchemaForm = () => {
  const { t } = useText();
  const { action, send } = useCard();
  const [draft, setDraft] = useCardDraft<Readonly<Record<string, string>>>({});
  const [asked, ask] = useState(false);
  const refused = useFieldError();
  const fields = fieldsToAsk(action.schema, action.defaults);
  const faultOf = ({ name, schema, isRequired }: SchemaField): string | undefined => {
    const typed = draft[name] ?? '';
    if (typed.trim() === '') return isRequired ? t('validation.required') : undefined;
    return valueOf(schema, typed) === undefined ? t('validation.wrongType') : undefined;
  };
  const confirm = () => {
    ask(true);
    if (fields.some(faultOf)) return;
    const given = fields.filter(({ name }) => (draft[name] ?? '').trim() !== '');
    send(Object.fromEntries(given.map(({ name, schema }) => [name, valueOf(schema, draft[name] ?? '')])));
  };
  return (
    <CardForm onConfirm={confirm}>
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={draft[field.name] ?? ''}
          onChange={(value) => setDraft({ ...draft, [field.name]: value })}
          error={(asked ? faultOf(field) : undefined) ?? refused(field.name)}
        />
      ))}
    </CardForm>
  );
};

interface OneFieldProps {
  readonly field: SchemaField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

const OneField = ({ field: { name, schema, isRequired }, value, onChange, error }: OneFieldProps) => {
  const today = useToday();
  const common = { label: schema.title ?? name, optional: !isRequired, error };
  const choices = schema.enum?.map(String) ?? (schema.type === 'boolean' ? ['true', 'false'] : undefined);
  if (choices) {
    const options = ['', ...choices].map((choice) => ({ value: choice, label: choice }));
    return <SelectField {...common} value={value} options={options} onChange={onChange} />;
  }
  if (schema.format === 'date') {
    return (
      <DayField {...common} value={value || null} today={today} onChange={(day) => onChange(day ?? '')} />
    );
  }
  const isLong = schema.type === 'array' || schema.type === 'object' || (schema.maxLength ?? 0) > LONG;
  return isLong ? (
    <AreaField {...common} value={value} onChange={onChange} />
  ) : (
    <TextField {...common} value={value} onChange={onChange} />
  );
};
