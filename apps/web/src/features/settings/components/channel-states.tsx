import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { ChannelState } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText, type Words } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';

/** Where the server is told of it (docs/environment.md); what stands in them is shown nowhere. */
const VARIABLES: Readonly<Record<ChannelState['channel'], readonly string[]>> = {
  email: ['SMTP_URL', 'SMTP_FROM'],
  wecom: ['WECOM_ROBOT_URL'],
  dingtalk: ['DINGTALK_ROBOT_URL', 'DINGTALK_ROBOT_SECRET'],
  feishu: ['FEISHU_ROBOT_URL', 'FEISHU_ROBOT_SECRET'],
  webhook: ['WEBHOOK_URL', 'WEBHOOK_SECRET'],
};
const TRY = 'npm run try-channels';

const useLastText = () => {
  const { t } = useText();
  const today = useToday();
  return ({ last }: ChannelState): string =>
    last === null
      ? t('channels.noneYet')
      : t(`channels.last.${last.state}`, { day: longDay(last.on, today, t), error: last.error ?? '' });
};

const stateText = ({ on }: ChannelState, t: Words['t']): string => t(on ? 'channels.on' : 'channels.off');

/** Which channels are set and how the latest message of each fared, with the names of what sets them. */
export const ChannelStates = () => {
  const { t } = useText();
  const states = useQuery(queries.channels());
  const lastOf = useLastText();
  return (
    <Panel title={t('channels.states')}>
      <Loaded query={states}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyPanel text={t('channels.noWorker')}>
              <Link to="/settings/start">{t('start.title')}</Link>
            </EmptyPanel>
          ) : (
            <DataTable
              caption={t('channels.statesHint')}
              rows={rows}
              rowKey={({ channel }) => channel}
              rowProps={({ channel, on }) => ({ 'data-channel-state': channel, 'data-on': String(on) })}
              columns={[
                {
                  ...{ key: 'channel', label: t('channels.channel'), isRowHeader: true },
                  cell: ({ channel }) => t(`channel.${channel}`),
                },
                { key: 'on', label: t('channels.isSet'), kind: 'short', cell: (row) => stateText(row, t) },
                { key: 'sender', label: t('channels.sender'), cell: ({ sender }) => sender ?? '—' },
                { key: 'last', label: t('channels.lastOne'), cell: lastOf },
                {
                  ...{ key: 'variables', label: t('channels.variables') },
                  cell: ({ channel }) =>
                    VARIABLES[channel].map((name) => (
                      <div key={name}>
                        <code>{name}</code>
                      </div>
                    )),
                },
              ]}
            />
          )
        }
      </Loaded>
      <p className="panel-body panel-first small">{t('channels.how', { command: TRY })}</p>
    </Panel>
  );
};

/** The same in a line a channel, for who sets the installation up. */
export const ChannelsSet = ({ channels }: { channels: readonly ChannelState[] }) => {
  const { t } = useText();
  const lastOf = useLastText();
  if (channels.length === 0) return <p className="small">{t('channels.noneSet')}</p>;
  return (
    <ul className="small">
      {channels.map((row) => (
        <li key={row.channel} data-channel-state={row.channel}>
          {t('channels.setLine', {
            channel: t(`channel.${row.channel}`),
            sender: row.sender ?? '',
            last: lastOf(row),
          })}
        </li>
      ))}
    </ul>
  );
};
