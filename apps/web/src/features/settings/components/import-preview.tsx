import { Button } from 'antd';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Pending } from '../../../shared/ui/pending';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useImport, useImportPreview, type OrganisationFile } from '../api/import';
import { linesToShow, saidAt } from './import-lines';

/** A page's worth: a file has up to fifteen hundred lines. */
const MOST = 100;

interface ImportPreviewProps {
  readonly file: OrganisationFile;
  readonly onDone: () => void;
}

/** What would become of each line of a file; applied as a whole, or not at all. */
export const ImportPreview = ({ file, onDone }: ImportPreviewProps) => {
  const { t, language } = useText();
  const { data, error } = useImportPreview(file);
  const apply = useImport(onDone);
  if (error) return <RefusalNote error={error} />;
  if (!data) return <Pending lines={3} />;
  const { added, proposed, unchanged, refused } = data.counts;
  const { shown, more } = linesToShow(data.lines, MOST);
  const isNew = added + proposed > 0;
  return (
    <div className="stack" data-preview={refused}>
      <p role="status" className={refused > 0 ? 'note' : undefined} data-tone="attention">
        {t('import.counts', { added, proposed, unchanged, refused })}
        {refused > 0 ? t('import.refusedAll') : ''}
      </p>
      {shown.length > 0 ? (
        <DataTable
          caption={t('import.lines')}
          hiddenCaption
          rows={shown}
          rowKey={({ at }) => at}
          rowProps={({ at, outcome }) => ({ 'data-at': at, 'data-outcome': outcome })}
          columns={[
            {
              ...{ key: 'at', label: t('import.at'), isRowHeader: true },
              cell: ({ at, refusal }) => <code>{refusal?.field ?? at}</code>,
            },
            { key: 'said', label: t('import.said'), cell: ({ at }) => saidAt(file, at) },
            {
              ...{ key: 'outcome', label: t('import.outcome') },
              cell: ({ outcome, refusal }) =>
                refusal === null
                  ? t(`import.is.${outcome}`)
                  : language === 'en'
                    ? refusal.texts.en
                    : refusal.texts.zh,
            },
          ]}
        />
      ) : null}
      {more > 0 ? <p className="muted small">{t('import.more', { count: more })}</p> : null}
      {apply.error ? <RefusalNote error={apply.error} /> : null}
      {refused === 0 && isNew ? (
        <div>
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(file)}>
            {t('import.confirm')}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
