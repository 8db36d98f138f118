import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Act } from '../../../shared/api/types';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { useEntryText } from '../../../shared/record/entry-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';

/** 已办: what the reader did, as the record has it. */
export const DonePage = ({ tools }: { tools: ReactNode }) => {
  const { t } = useText();
  const query = useQuery(queries.acts());
  return (
    <Page title={t('todo.title')} tools={tools}>
      <Loaded query={query} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty text={t('todo.done.empty')}>
              <Link to="/todo">{t('todo.seeMine')}</Link>
            </Empty>
          ) : (
            <>
              <section className="panel" aria-label={t('todo.box.done')}>
                <Acts acts={items} />
              </section>
              {next ? <p className="muted">{t('todo.done.rest', { count: items.length })}</p> : null}
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const Acts = ({ acts }: { acts: readonly Act[] }) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  const textOf = useEntryText();
  return (
    <DataTable
      caption={t('todo.done.caption')}
      rows={acts}
      rowKey={({ campaign, entry }) => `${campaign.id} ${entry.version} ${entry.line}`}
      rowProps={({ entry }) => ({ 'data-event': entry.type })}
      columns={[
        {
          key: 'when',
          label: t('done.when'),
          kind: 'short',
          cell: ({ entry }) => moment(entry.at, today, t),
        },
        {
          key: 'what',
          label: t('done.what'),
          isRowHeader: true,
          cell: ({ entry, problem }) => (
            <>
              {problem ? (
                <Link to="/p/$code" params={{ code: problem.code }}>
                  <Unbroken text={textOf(entry, problem)} />
                </Link>
              ) : (
                <Unbroken text={textOf(entry, problem)} />
              )}
              {entry.text ? <div className="muted prose">{entry.text}</div> : null}
            </>
          ),
        },
        {
          key: 'where',
          label: t('done.where'),
          cell: ({ campaign }) => (
            <>
              <Link to="/c/$code" params={{ code: campaign.code }}>
                {campaign.code}
              </Link>{' '}
              <span className="muted">{campaignTitle(campaign, words)}</span>
            </>
          ),
        },
      ]}
    />
  );
};
