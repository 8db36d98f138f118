import { Link } from '@tanstack/react-router';
import type { Campaign } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import { Panel } from '../../../shared/ui/page';

type Linked = Campaign['linked'][number];

/** 关联的问题: put right and counted in their own campaigns, to which they lead as far as the reader may go there. */
export const LinkedProblems = ({ campaign: { linked } }: { campaign: Campaign }) => {
  const { t } = useText();
  const today = useToday();
  if (linked.length === 0) return null;
  const columns: readonly Column<Linked>[] = [
    {
      key: 'code',
      label: t('ledger.code'),
      isRowHeader: true,
      kind: 'short',
      cell: ({ code, problem }) =>
        problem ? (
          <Link to="/p/$code" params={{ code }}>
            {code}
          </Link>
        ) : (
          code
        ),
    },
    { key: 'item', label: t('form.linkItem'), kind: 'short', cell: ({ item }) => item },
    {
      key: 'campaign',
      label: t('form.linkCampaign'),
      cell: ({ problem }) =>
        problem ? (
          <Link to="/c/$code" params={{ code: problem.campaign.code }}>
            {problem.campaign.title}
          </Link>
        ) : (
          t('linked.unseen')
        ),
    },
    { key: 'problem', label: t('ledger.problem'), cell: ({ problem }) => problem?.title ?? '' },
    {
      key: 'dueOn',
      label: t('ledger.dueOn'),
      kind: 'short',
      cell: ({ problem }) => (problem?.dueOn ? shortDay(problem.dueOn, today, t) : t('ledger.noDate')),
    },
    {
      key: 'status',
      label: t('ledger.status'),
      kind: 'short',
      cell: ({ problem }) => (problem ? t(`status.${problem.status}`) : ''),
    },
  ];
  return (
    <Panel title={t('linked.title')} id="linked">
      <DataTable
        caption={t('linked.caption', { count: linked.length })}
        columns={columns}
        rows={linked}
        rowKey={({ item, code }) => `${item} ${code}`}
        rowProps={({ code }) => ({ 'data-linked': code })}
      />
    </Panel>
  );
};
