import { POSTS, type Post } from '@rectify/domain';
import { Button } from 'antd';
import { useState } from 'react';
import { problemOf } from '../../../shared/api/problem';
import type { Unit } from '../../../shared/api/types';
import { SelectField } from '../../../shared/fields/select-field';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';
import { Form } from '../../../shared/ui/form';
import { Panel } from '../../../shared/ui/page';
import { problemText, RefusalNote } from '../../../shared/ui/problem-note';
import { useNewAccount } from '../api/accounts';

const EMPTY = { name: '', account: '', password: '', email: '', unitId: '', post: '' };
type Values = typeof EMPTY;

/** What is chosen instead of a post. */
const ADMINISTRATOR = 'administrator';
const NEEDED = ['name', 'account', 'password'] as const;

/** Somebody new: a person, their account, and at once a post of a unit. */
export const NewAccount = ({ units }: { units: readonly Unit[] }) => {
  const words = useText();
  const { t } = words;
  const [values, setValues] = useState<Values>({ ...EMPTY, unitId: units[0]?.unitId ?? '' });
  const [asked, ask] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const create = useNewAccount((account) => {
    setMade(account);
    ask(false);
    setValues({ ...EMPTY, unitId: values.unitId });
  });
  const refused = create.error ? problemOf(create.error) : null;
  const errorAt = (field: string): string | undefined => {
    const found = refused?.errors?.find((error) => error.field === field);
    if (found) return words.language === 'en' ? found.texts.en : found.texts.zh;
    return refused?.field === field ? problemText(refused, words) : undefined;
  };
  const field = (name: keyof Values) => ({
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error:
      asked && NEEDED.some((each) => each === name) && values[name].trim() === ''
        ? t('validation.required')
        : errorAt(name),
  });
  const submit = () => {
    ask(true);
    setMade(null);
    if (NEEDED.some((name) => values[name].trim() === '')) return;
    const { name, account, password, email, unitId, post } = values;
    const isAdministrator = post === ADMINISTRATOR;
    create.mutate({
      ...{ name: name.trim(), account: account.trim(), password, isAdministrator },
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(post === '' || isAdministrator ? {} : { appoint: { unitId, post: post as Post } }),
    });
  };
  return (
    <Panel title={t('settings.newAccount')} id="new">
      <Form className="panel-body stack" onSubmit={submit}>
        <p className="muted small">{t('settings.newAccountHint')}</p>
        <div className="two">
          <TextField {...field('name')} label={t('settings.name')} />
          <TextField {...field('email')} label={t('settings.email')} type="email" optional />
          <TextField {...field('account')} label={t('setUp.account')} hint={t('setUp.accountHint')} />
          <TextField
            {...field('password')}
            label={t('settings.firstPassword')}
            hint={t('setUp.passwordHint')}
            type="password"
            autoComplete="new-password"
          />
          <SelectField
            {...field('unitId')}
            label={t('settings.unit')}
            options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          />
          <SelectField
            {...field('post')}
            label={t('form.post')}
            options={[
              { value: '', label: t('settings.noPost') },
              ...Object.keys(POSTS).map((post) => ({ value: post, label: postName(post, t) })),
              { value: ADMINISTRATOR, label: t('settings.administrator') },
            ]}
          />
        </div>
        {create.error ? <RefusalNote error={create.error} /> : null}
        {made !== null ? (
          <p className="note" role="status">
            {t('settings.accountMade', { account: made })}
          </p>
        ) : null}
        <div>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('settings.createAccount')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
};
