import type { Template } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { DataTable } from '../../../shared/ui/data-table';
import { expectedText, type Message } from './expected';

interface FirstWeekProps {
  readonly messages: readonly Message[];
  readonly template: Template;
}

/** 逐条预览: on which day whom is told of what; several of one morning arrive as one. */
export const FirstWeek = ({ messages, template }: FirstWeekProps) => {
  const { t } = useText();
  const today = useClockDay();
  return (
    <details data-launch="messages">
      <summary>{t('launch.messagesEach')}</summary>
      <DataTable
        caption={t('launch.messagesCaption', { count: messages.length })}
        rows={messages}
        rowKey={({ on, about: { kind, subject } }) => `${on} ${kind}:${subject.id}`}
        columns={[
          { key: 'on', label: t('launch.messageOn'), kind: 'short', cell: ({ on }) => longDay(on, today, t) },
          {
            key: 'who',
            label: t('launch.messageTo'),
            cell: ({ about }) => <HolderNames holder={about.holder} />,
          },
          {
            key: 'what',
            label: t('calendar.matter'),
            isRowHeader: true,
            cell: ({ about }) => expectedText(about, template.definition.aspects, t),
          },
          {
            key: 'due',
            label: t('calendar.dueOn'),
            kind: 'short',
            cell: ({ about }) => longDay(about.dueOn, today, t),
          },
        ]}
      />
    </details>
  );
};
