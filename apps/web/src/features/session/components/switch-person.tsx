import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../shared/api/client';
import { queries } from '../../../shared/api/queries';
import { forgetDrafts } from '../../../shared/decision/drafts';
import { SelectField } from '../../../shared/fields/select-field';
import { useText } from '../../../shared/i18n/use-text';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { Unread } from '../../../shared/ui/unread';

/** In the demonstration the same matter is looked at through another's eyes in one step. */
const SwitchPerson = ({ account: own }: { account: string }) => {
  const { t } = useText();
  const query = useQuery({ ...queries.demoAccounts(), retry: false });
  const accounts = query.data?.items ?? [];
  const [chosen, choose] = useState('');
  const change = useMutation({
    mutationFn: async () => {
      const found = accounts.find(({ account }) => account === chosen);
      if (!found) return;
      const { account, password } = found;
      await send<unknown>('/api/session', { method: 'POST', body: { account, password } });
      forgetDrafts();
      // Nothing of the one is left in the page of the other.
      window.location.assign('/todo');
    },
  });
  if (accounts.length === 0) return <Unread query={query} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') change.mutate();
      }}
    >
      <SelectField
        label={t('demo.switch')}
        value={chosen}
        options={[
          { value: '', label: t('form.choosePerson') },
          ...accounts
            .filter(({ account }) => account !== own)
            .map(({ account, name, unit, post }) => ({
              value: account,
              label: t('people.named', { name, post: `${unit} ${post}` }),
            })),
        ]}
        onChange={choose}
      />
      {change.error ? <RefusalNote error={change.error} /> : null}
      <Button htmlType="submit" loading={change.isPending} disabled={chosen === ''}>
        {t('demo.switchNow')}
      </Button>
    </form>
  );
};

export default SwitchPerson;
