import type { CampaignList } from '../../../shared/api/types';
import { shownCount } from '../../../shared/counts/shown-count';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Panel } from '../../../shared/ui/page';

type Unit = CampaignList['below'][number];

const COUNTS = ['campaigns', 'open', 'problems', 'measures', 'closed', 'closedLate'] as const;

/** The units below in numbers, in the order of the units: no ranks. */
export const UnitsBelow = ({ units }: { units: readonly Unit[] }) => {
  const { t } = useText();
  return (
    <Panel title={t('campaigns.below')}>
      <DataTable
        caption={t('campaigns.belowCaption')}
        rows={units}
        rowKey={({ unit }) => unit.id}
        columns={[
          { key: 'unit', label: t('campaigns.unit'), isRowHeader: true, cell: ({ unit }) => unit.name },
          ...COUNTS.map((count) => ({
            key: count,
            label: t(`campaigns.count.${count}`),
            kind: 'number' as const,
            cell: (row: Unit) => shownCount(row[count]),
          })),
        ]}
      />
    </Panel>
  );
};
