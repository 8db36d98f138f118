import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { Unread } from '../../../shared/ui/unread';

const MIB = 1024 * 1024;

/** How much there is and how old, for who keeps the installation running; for everybody else there is no such panel. */
export const TechnicalPanel = () => {
  const { t } = useText();
  const today = useToday();
  const isKeeper = useQuery(queries.me()).data?.posts.length === 0;
  const facts = useQuery({ ...queries.facts(), enabled: isKeeper, retry: false });
  if (!facts.data) return <Unread query={facts} />;
  const { versions, databaseBytes, events, accounts, lastExportAt } = facts.data;
  const rows = [
    [t('facts.versions'), `Node ${versions.node} · PostgreSQL ${versions.postgres} · ${versions.migrations}`],
    [t('facts.database'), t('facts.megabytes', { count: Math.ceil(databaseBytes / MIB) })],
    [t('facts.events'), String(events)],
    [t('facts.accounts'), t('facts.accountsAre', { ready: accounts.ready, disabled: accounts.disabled })],
    [t('facts.export'), lastExportAt === null ? t('facts.never') : moment(lastExportAt, today, t)],
  ] as const;
  return (
    <Panel title={t('facts.title')}>
      <dl className="facts panel-body">
        {rows.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};
