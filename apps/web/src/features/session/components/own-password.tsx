import { Button } from 'antd';
import { useState } from 'react';
import { useRequired } from '../../../shared/decision/use-required';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Form } from '../../../shared/ui/form';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useChangePassword } from '../api/session';

/** One's own password; a new one ends every other session and all tokens. */
export const OwnPassword = () => {
  const { t } = useText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { ask, sent, required } = useRequired();
  const change = useChangePassword(() => {
    setCurrent('');
    setNext('');
    sent();
  });
  return (
    <Panel title={t('password.title')}>
      <Form
        className="panel-body stack"
        onSubmit={() => {
          ask();
          if (current !== '' && next !== '') change.mutate({ current, next });
        }}
      >
        <TextField
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={required(current === '')}
        />
        <TextField
          label={t('password.next')}
          hint={t('password.hint')}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          error={required(next === '')}
        />
        {change.error ? <RefusalNote error={change.error} /> : null}
        {change.isSuccess ? (
          <p className="note" role="status">
            {t('password.done')}
          </p>
        ) : null}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </Form>
    </Panel>
  );
};
