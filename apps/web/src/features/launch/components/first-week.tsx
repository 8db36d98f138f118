import type { LaunchPreview, Template } from '../../../shared/api/types';
import { moment, shortDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Unbroken } from '../../../shared/ui/unbroken';
import { expectedText, mailsByPerson } from './expected';

interface FirstWeekProps {
  readonly mails: LaunchPreview['mails'];
  readonly template: Template;
}

/** 第一周的消息: when each person hears of something; and 逐条预览, mail by mail, of what. */
export const FirstWeek = ({ mails, template }: FirstWeekProps) => {
  const { t } = useText();
  const today = useClockDay();
  const moments = (at: readonly string[]) => at.map((each) => moment(each, today, t)).join(t('people.and'));
  return (
    <>
      <p>
        <Unbroken
          text={t('launch.firstWeek', {
            each: mailsByPerson(mails)
              .map(({ name, at }) => t('launch.mailsOf', { name, count: at.length, moments: moments(at) }))
              .join(t('ledger.then')),
          })}
        />
      </p>
      <details data-launch="messages">
        <summary>{t('launch.messagesEach')}</summary>
        <DataTable
          caption={t('launch.messagesCaption', { count: mails.length })}
          rows={mails}
          rowKey={({ at, to }) => `${at} ${to.personId}`}
          columns={[
            {
              key: 'on',
              label: t('launch.messageOn'),
              kind: 'short',
              cell: ({ at }) => moment(at, today, t),
            },
            { key: 'who', label: t('launch.messageTo'), kind: 'short', cell: ({ to }) => to.name },
            {
              key: 'what',
              label: t('calendar.matter'),
              isRowHeader: true,
              cell: ({ about }) =>
                about.map((each) => (
                  <div key={`${each.kind}:${each.subject.id}`}>
                    {t('launch.matterDue', {
                      what: expectedText(each, template.definition.aspects, t),
                      day: shortDay(each.dueOn, today, t),
                    })}
                  </div>
                )),
            },
          ]}
        />
      </details>
    </>
  );
};
