import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { ChannelStates } from '../components/channel-states';
import { failuresByChannel } from '../components/failures';
import { NotificationTable } from '../components/notification-table';
import { SettingsPage } from '../components/settings-page';
import { TechnicalPanel } from '../components/technical-panel';

/** Whether reminders leave and arrive: what is set, what could not be delivered in the units one leads, and how the installation is. */
const ChannelsPage = () => {
  const { t } = useText();
  const today = useToday();
  const failed = useQuery(queries.notifications('failed'));
  return (
    <SettingsPage title={t('settings.channels')}>
      <ChannelStates />
      <Panel title={t('channels.failed')}>
        <Loaded query={failed}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyPanel text={t('channels.noneFailed')}>
                <Link to="/todo">{t('todo.seeMine')}</Link>
              </EmptyPanel>
            ) : (
              <>
                <ul className="panel-body">
                  {failuresByChannel(rows).map(({ channel, failed: count, lastAt }) => (
                    <li key={channel} data-channel={channel}>
                      {t('channels.failedOf', {
                        channel: t(`channel.${channel}`),
                        count,
                        at: moment(lastAt, today, t),
                      })}
                    </li>
                  ))}
                </ul>
                <NotificationTable caption={t('channels.failedHint')} rows={rows} withFaults />
              </>
            )
          }
        </Loaded>
      </Panel>
      <TechnicalPanel />
    </SettingsPage>
  );
};

export default ChannelsPage;
