import type { CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useToday } from '../../dates/use-today';
import { longDay } from '../../dates/format';
import { useText } from '../../i18n/use-text';
import { DataTable } from '../../ui/data-table';
import { stageName } from '../matter';

interface Days {
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
}
export interface MovedStage {
  readonly stage: string;
  readonly from: Days;
  readonly to: Days;
}
export interface MovedDate {
  readonly key: string;
  readonly kind: string;
  readonly from: { readonly dueOn: CivilDate } | null;
  readonly to: { readonly dueOn: CivilDate } | null;
}

/** More than these are counted, not listed. */
const MOST_ROWS = 20;

/** Stages whose dates would move, the old beside the new. */
export const MovedStages = ({ stages }: { stages: readonly MovedStage[] }) => {
  const { t } = useText();
  const today = useToday();
  const window = ({ startOn, endOn }: Days) =>
    t('campaign.window', { from: longDay(startOn, today, t), to: longDay(endOn, today, t) });
  if (stages.length === 0) return null;
  return (
    <DataTable
      caption={t('preview.stages', { count: stages.length })}
      rows={stages}
      rowKey={({ stage }) => stage}
      columns={[
        {
          key: 'stage',
          label: t('preview.stage'),
          isRowHeader: true,
          cell: ({ stage }) => stageName(stage, t),
        },
        { key: 'from', label: t('preview.now'), cell: ({ from }) => window(from) },
        { key: 'to', label: t('preview.then'), cell: ({ to }) => window(to) },
      ]}
    />
  );
};

/** Obligations that would be dated anew; one that would end or begin says so. */
export const MovedDates = ({ obligations }: { obligations: readonly MovedDate[] }) => {
  const { t } = useText();
  const today = useToday();
  const due = (dates: MovedDate['from'], none: MessageKey) =>
    dates === null ? t(none) : longDay(dates.dueOn, today, t);
  if (obligations.length === 0) return null;
  const more = obligations.length - MOST_ROWS;
  return (
    <>
      <DataTable
        caption={t('preview.obligations', { count: obligations.length })}
        rows={obligations.slice(0, MOST_ROWS)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'kind',
            label: t('preview.obligation'),
            isRowHeader: true,
            cell: ({ kind }) => t(`obligation.${kind}` as MessageKey),
          },
          { key: 'from', label: t('preview.now'), cell: ({ from }) => due(from, 'preview.notYet') },
          { key: 'to', label: t('preview.then'), cell: ({ to }) => due(to, 'preview.noMore') },
        ]}
      />
      {more > 0 ? <p className="muted small">{t('preview.more', { count: more })}</p> : null}
    </>
  );
};
