import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Obligation } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { objectOf } from '../../../shared/decision/matter';
import { useNamed } from '../../../shared/decision/use-named';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { DataTable } from '../../../shared/ui/data-table';
import { Light } from '../../../shared/ui/light';
import { Panel } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';
import { Unread } from '../../../shared/ui/unread';

/** 现在等: what others owe here, and until when. */
export const WaitsFor = ({ campaignId }: { campaignId: string }) => {
  const { t } = useText();
  const today = useToday();
  const query = useQuery(queries.obligations('waiting'));
  const here = (query.data ?? []).filter(({ campaign }) => campaign?.id === campaignId);
  if (here.length === 0) return <Unread query={query} />;
  return (
    <Panel title={t('campaign.waitsFor')}>
      <DataTable
        caption={t('campaign.waitsForCaption')}
        hiddenCaption
        rows={here}
        rowKey={({ id }) => id}
        rowProps={({ kind }) => ({ 'data-obligation': kind })}
        columns={[
          {
            key: 'light',
            label: t('ledger.light'),
            cell: ({ dueOn }) => <Light dueOn={dueOn} today={today} />,
          },
          { key: 'what', label: t('campaign.what'), cell: (obligation) => <What obligation={obligation} /> },
          {
            key: 'whom',
            label: t('campaign.whom'),
            kind: 'title',
            cell: ({ holder }) => <HolderNames holder={holder} />,
          },
          {
            key: 'until',
            label: t('campaign.until'),
            kind: 'short',
            cell: ({ dueOn }) => longDay(dueOn, today, t),
          },
        ]}
      />
    </Panel>
  );
};

const What = ({ obligation: owed }: { obligation: Obligation }) => {
  const words = useText();
  const obligation = useNamed(owed);
  return (
    <>
      <Link to="/t/$id" params={{ id: obligation.id }}>
        {words.t(`obligation.${obligation.kind}`)}
      </Link>{' '}
      <Unbroken text={objectOf(obligation, words)} />
    </>
  );
};
