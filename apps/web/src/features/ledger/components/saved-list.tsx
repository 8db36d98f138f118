import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useChoose } from '../../../shared/api/preferences';
import { queries } from '../../../shared/api/queries';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerSearch, ledgerView, withView, type LedgerView } from '../../../shared/ledger/view';
import { Disclosure } from '../../../shared/ui/disclosure';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { keptViews, LONGEST_NAME, readViews, withSaved, type SavedView } from './saved-views';

/** 常用: filters, columns and order kept under a name, per person, wherever they sign in. */
export const SavedViews = ({ view }: { view: LedgerView }) => {
  const { t } = useText();
  const views = readViews(useQuery(queries.me()).data?.preferences.views);
  const choose = useChoose();
  const [name, setName] = useState('');
  const keep = (next: readonly SavedView[]) => choose.mutate({ views: keptViews(next) });
  const save = () => {
    keep(withSaved(views, { name: name.trim().slice(0, LONGEST_NAME), search: ledgerSearch(view) }));
    setName('');
  };
  return (
    <Disclosure label={t('ledger.saved')}>
      {(close) => (
        <>
          {views.length === 0 ? (
            <p className="muted">{t('ledger.noneSaved')}</p>
          ) : (
            <ul className="saved">
              {views.map((saved) => (
                <li key={saved.name} className="row">
                  <Link to="." search={withView(ledgerView({ ...saved.search }))} onClick={close}>
                    {saved.name}
                  </Link>
                  <Button
                    type="text"
                    size="small"
                    onClick={() => keep(views.filter((each) => each !== saved))}
                  >
                    {t('ledger.forget', { name: saved.name })}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') save();
            }}
          >
            <TextField label={t('ledger.savedName')} value={name} onChange={setName} />
            {choose.error ? <RefusalNote error={choose.error} /> : null}
            <Button htmlType="submit" loading={choose.isPending} disabled={name.trim() === ''}>
              {t('ledger.save')}
            </Button>
          </form>
        </>
      )}
    </Disclosure>
  );
};
