import { Link } from '@tanstack/react-router';
import type { PersonId } from '@rectify/domain';
import { Button } from 'antd';
import { useState } from 'react';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerSearch, ledgerView, withView, type LedgerView } from '../../../shared/ledger/view';
import { Disclosure } from '../../../shared/ui/disclosure';
import { keepViews, loadViews, LONGEST_NAME, withSaved, type SavedView } from './saved-views';

/** 常用: filters, columns and order kept under a name, per person in this browser. */
export const SavedViews = ({ me, view }: { me: PersonId; view: LedgerView }) => {
  const { t } = useText();
  const [views, setViews] = useState(() => loadViews(me));
  const [name, setName] = useState('');
  const keep = (next: readonly SavedView[]) => {
    setViews(next);
    keepViews(me, next);
  };
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
            <Button htmlType="submit" disabled={name.trim() === ''}>
              {t('ledger.save')}
            </Button>
          </form>
        </>
      )}
    </Disclosure>
  );
};
