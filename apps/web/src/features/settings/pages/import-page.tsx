import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import { FileField } from '../../../shared/fields/file-field';
import { useText } from '../../../shared/i18n/use-text';
import { DoneNote } from '../../../shared/ui/done-note';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import type { OrganisationFile } from '../api/import';
import { mayImport } from '../components/fills';
import { ImportPreview } from '../components/import-preview';
import { SettingsPage } from '../components/settings-page';

/** Units, people and posts from one file: chosen, shown line by line, then applied as a whole. */
const ImportPage = () => {
  const { t } = useText();
  const me = useQuery(queries.me()).data;
  const units = useQuery(queries.units());
  const [file, setFile] = useState<OrganisationFile | null>(null);
  /** How many files were applied: each leaves the field empty for the next. */
  const [done, setDone] = useState(0);
  return (
    <SettingsPage title={t('import.title')}>
      {done > 0 && file === null ? <DoneNote key={done}>{t('import.done')}</DoneNote> : null}
      <Loaded query={units}>
        {(known) =>
          !me ? null : !mayImport(me, known) ? (
            <p className="note" data-tone="attention">
              {t('import.notYours')}
            </p>
          ) : (
            <Panel title={t('import.file')}>
              <div className="panel-body stack">
                <p className="muted small">{t(me.administrator ? 'import.hintProposes' : 'import.hint')}</p>
                <FileField
                  key={done}
                  label={t('import.choose')}
                  hint={t('import.format')}
                  onChange={setFile}
                />
                {file === null ? null : (
                  <ImportPreview
                    file={file}
                    onDone={() => {
                      setFile(null);
                      setDone(done + 1);
                    }}
                  />
                )}
              </div>
            </Panel>
          )
        }
      </Loaded>
    </SettingsPage>
  );
};

export default ImportPage;
