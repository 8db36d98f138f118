import { useState } from 'react';
import { problemOf } from '../../../shared/api/problem';
import { PlainTextField } from '../../../shared/fields/plain-text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Form } from '../../../shared/ui/form';
import { PlainButton } from '../../../shared/ui/plain-button';
import { problemText, RefusalNote } from '../../../shared/ui/problem-note';
import { useSetUp } from '../api/session';

const EMPTY = { code: '', unitCode: '', unitName: '', name: '', account: '', password: '', email: '' };
type Values = typeof EMPTY;

/** All but the address has to be said. */
const isMissing = (name: string, value: string): boolean => name !== 'email' && value.trim() === '';

interface SetUpFormProps {
  readonly onDone: (account: { account: string; password: string }) => void;
}

/** The first unit and its secretary, entered with the one-time code from the server's console. */
export const SetUpForm = ({ onDone }: SetUpFormProps) => {
  const words = useText();
  const { t } = words;
  const [values, setValues] = useState<Values>(EMPTY);
  const [asked, ask] = useState(false);
  const { account, password } = values;
  const setUp = useSetUp(() => onDone({ account, password }));
  const refused = setUp.error ? problemOf(setUp.error) : null;
  const field = (name: keyof Values, path: string) => {
    const found = refused?.errors?.find((error) => error.field === path);
    const said = found ? (words.language === 'en' ? found.texts.en : found.texts.zh) : undefined;
    return {
      label: t(`setUp.${name}`),
      optional: name === 'email',
      hint: t(`setUp.${name}Hint`),
      value: values[name],
      onChange: (value: string) => setValues({ ...values, [name]: value }),
      error: asked && isMissing(name, values[name]) ? t('validation.required') : (said ?? ofField(path)),
    };
  };
  const ofField = (path: string) =>
    refused && refused.field === path ? problemText(refused, words) : undefined;
  const submit = () => {
    ask(true);
    if (Object.entries(values).some(([name, value]) => isMissing(name, value))) return;
    const { code, unitCode, unitName, name, email } = values;
    setUp.mutate({
      code: code.trim(),
      unit: { code: unitCode.trim(), name: unitName.trim() },
      account: account.trim(),
      password,
      name: name.trim(),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
    });
  };
  return (
    <div className="panel">
      <Form className="panel-body panel-first stack" onSubmit={submit}>
        <p>{t('setUp.why')}</p>
        <PlainTextField {...field('code', 'code')} />
        <PlainTextField {...field('unitName', 'unit.name')} />
        <PlainTextField {...field('unitCode', 'unit.code')} />
        <PlainTextField {...field('name', 'name')} autoComplete="name" />
        <PlainTextField {...field('email', 'email')} type="email" autoComplete="email" />
        <PlainTextField {...field('account', 'account')} autoComplete="username" />
        <PlainTextField {...field('password', 'password')} type="password" autoComplete="new-password" />
        {setUp.error ? <RefusalNote error={setUp.error} /> : null}
        <PlainButton look="primary" type="submit" isBusy={setUp.isPending}>
          {t('setUp.submit')}
        </PlainButton>
      </Form>
    </div>
  );
};
