import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { SettingsPage } from '../components/settings-page';

/** What campaigns can be launched from. A new version binds later launches only. */
const TemplatesPage = () => {
  const { t, language } = useText();
  const templates = useQuery(queries.templates());
  return (
    <SettingsPage title={t('settings.templates')}>
      <Loaded query={templates}>
        {({ items }) => (
          <div className="panel">
            <DataTable
              caption={t('templates.hint')}
              rows={items}
              rowKey={({ slug }) => slug}
              columns={[
                {
                  key: 'title',
                  label: t('templates.title'),
                  isRowHeader: true,
                  cell: ({ title, titleEn }) => (language === 'en' && titleEn !== '' ? titleEn : title),
                },
                { key: 'prefix', label: t('templates.prefix'), cell: ({ prefix }) => prefix },
                {
                  key: 'items',
                  label: t('templates.items'),
                  kind: 'number',
                  cell: ({ items: count }) => count,
                },
                {
                  key: 'version',
                  label: t('templates.version'),
                  kind: 'number',
                  cell: ({ version }) => version,
                },
              ]}
            />
            <div className="panel-body panel-first">
              {items.length === 0 ? (
                <Empty text={t('templates.none')} isPart>
                  <Link to="/settings/start">{t('start.title')}</Link>
                </Empty>
              ) : (
                <Link to="/c/new">{t('templates.launch')}</Link>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </SettingsPage>
  );
};

export default TemplatesPage;
