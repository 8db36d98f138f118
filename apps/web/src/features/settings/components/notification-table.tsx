import type { MessageKey } from '@rectify/i18n';
import type { Notification } from '../../../shared/api/types';
import { longDay, moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';

interface NotificationTableProps {
  readonly caption: string;
  readonly rows: readonly Notification[];
  /** Why it could not be delivered, and how often it was tried. */
  readonly withFaults?: boolean;
}

/** What was to be told to whom, over which channel: kinds, numbers and dates, nothing of content. */
export const NotificationTable = ({ caption, rows, withFaults = false }: NotificationTableProps) => {
  const { t } = useText();
  const today = useToday();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', label: t('channels.at'), kind: 'short', cell: ({ at }) => moment(at, today, t) },
        { key: 'channel', label: t('channels.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
        {
          key: 'what',
          label: t('channels.what'),
          isRowHeader: true,
          cell: ({ rung, kind, campaign, problemCode }) =>
            [
              t(`rung.${rung}` as MessageKey),
              problemCode ?? campaign.code,
              t(`obligation.${kind}` as MessageKey),
            ].join(' '),
        },
        {
          key: 'to',
          label: t('channels.to'),
          cell: ({ recipient }) => recipient?.name ?? t('channels.group'),
        },
        {
          key: 'due',
          label: t('channels.due'),
          kind: 'short',
          cell: ({ dueOn }) => longDay(dueOn, today, t),
        },
        ...(withFaults
          ? [
              {
                key: 'fault',
                label: t('channels.fault'),
                cell: ({ error, attempts }: Notification) =>
                  t('channels.attempts', { count: attempts ?? 0, error: error ?? '—' }),
              },
            ]
          : []),
      ]}
    />
  );
};
