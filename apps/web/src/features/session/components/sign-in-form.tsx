import { useState } from 'react';
import { problemOf } from '../../../shared/api/problem';
import { PlainTextField } from '../../../shared/fields/plain-text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Form } from '../../../shared/ui/form';
import { PlainButton } from '../../../shared/ui/plain-button';
import { RefusalNote } from '../../../shared/ui/problem-note';
import type { useSignIn } from '../api/session';

export const SignInForm = ({ signIn }: { signIn: ReturnType<typeof useSignIn> }) => {
  const { t } = useText();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asked, ask] = useState(false);
  // The second step comes once the password was right, and stays while codes are tried.
  const [isTwoSteps, setTwoSteps] = useState(false);
  const refused = signIn.error ? problemOf(signIn.error).code : null;
  if (refused === 'TOTP_REQUIRED' && !isTwoSteps) setTwoSteps(true);
  const required = (value: string) => (asked && value === '' ? t('validation.required') : undefined);
  return (
    <Form
      onSubmit={() => {
        ask(true);
        if (account !== '' && password !== '')
          signIn.mutate({ account: account.trim(), password, ...(code === '' ? {} : { code }) });
      }}
    >
      <PlainTextField
        label={t('signIn.account')}
        autoComplete="username"
        value={account}
        onChange={setAccount}
        error={required(account)}
      />
      <PlainTextField
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={required(password)}
      />
      {isTwoSteps ? (
        <PlainTextField
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={required(code)}
        />
      ) : null}
      {signIn.error ? <RefusalNote error={signIn.error} /> : null}
      <PlainButton look="primary" type="submit" isBusy={signIn.isPending}>
        {t('signIn.submit')}
      </PlainButton>
    </Form>
  );
};
