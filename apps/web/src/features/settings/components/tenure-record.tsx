import type { MessageKey } from '@rectify/i18n';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { TenureLine } from '../../../shared/api/types';
import { moment, shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';

/** 任职变动: who held which post from when until when, what was proposed and what became of it; the latest first. */
export const TenureRecord = () => {
  const { t } = useText();
  const query = useQuery(queries.tenures());
  return (
    <Panel title={t('settings.tenures')}>
      <Loaded query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyPanel text={t('settings.noTenures')}>
              <Link to="/settings" hash="new">
                {t('settings.newAccount')}
              </Link>
            </EmptyPanel>
          ) : (
            <>
              <Lines lines={items} />
              {next ? (
                <p className="panel-body muted">{t('settings.tenuresRest', { count: items.length })}</p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
};

const Lines = ({ lines }: { readonly lines: readonly TenureLine[] }) => {
  const { t } = useText();
  const today = useToday();
  const day = (date: TenureLine['from']): string => (date === null ? '' : shortDay(date, today, t));
  return (
    <DataTable
      caption={t('settings.tenures')}
      hiddenCaption
      rows={lines}
      rowKey={({ at, type, unit, post, person }) => [at, type, unit.unitId, post, person.personId].join(' ')}
      rowProps={({ type }) => ({ 'data-event': type })}
      columns={[
        { key: 'when', label: t('done.when'), kind: 'short', cell: ({ at }) => moment(at, today, t) },
        {
          key: 'what',
          label: t('done.what'),
          isRowHeader: true,
          kind: 'prose',
          cell: ({ type, unit, post, person, from, to, reason }) =>
            t(`tenure.${type}` as MessageKey, {
              ...{ name: person.name, post: `${unit.name} ${postName(post, t)}` },
              ...{ from: day(from), to: day(to), reason: reason ?? '' },
            }),
        },
        {
          key: 'by',
          label: t('settings.tenureBy'),
          kind: 'short',
          cell: ({ by }) => by?.name ?? t('people.system'),
        },
      ]}
    />
  );
};
