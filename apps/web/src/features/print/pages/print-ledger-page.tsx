import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Campaign, Problem } from '../../../shared/api/types';
import { AsOfControl } from '../../../shared/as-of/as-of-bar';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerColumns } from '../../../shared/ledger/columns';
import { rowsOf } from '../../../shared/ledger/filter';
import { useMyId } from '../../../shared/ledger/use-ledger';
import { ledgerView } from '../../../shared/ledger/view';
import { useTitle } from '../../../shared/ui/page';
import type { PaperSize } from '../components/page-style';
import { paperColumns } from '../components/paper-columns';
import { InCampaign } from '../components/in-campaign';
import { PlainTable } from '../components/plain-table';
import { Sheet } from '../components/sheet';
import { useHeading } from '../components/use-heading';

const SIZES = ['A4', 'A3'] as const satisfies readonly PaperSize[];

/** The 台账 on paper: A4 with ten columns, A3 with eighteen; filtered and dated as its address says. */
const PrintLedgerPage = () => {
  const { t } = useText();
  const { code } = useSearch({ from: '/inside/print/ledger' });
  useTitle(`${t('print.ledger')} ${code}`);
  return (
    <InCampaign code={code}>
      {(campaign, problems) => <OnPaper campaign={campaign} problems={problems} />}
    </InCampaign>
  );
};

const OnPaper = ({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) => {
  const { t } = useText();
  const search = useSearch({ from: '/inside/print/ledger' });
  const { paper = 'A4' } = search;
  const today = useToday();
  const me = useMyId();
  const rows = useMemo(
    () => rowsOf(problems, ledgerView({ ...search }), { today, me }),
    [problems, search, today, me],
  );
  const heading = useHeading(campaign, problems);
  return (
    <Sheet
      title={t('print.ledger')}
      size={paper}
      isLandscape
      {...heading}
      signatures={[t('duty.owner'), t('duty.reviewer'), t('print.head')]}
      tools={
        <>
          {SIZES.map((size) => (
            <Link
              key={size}
              to="/print/ledger"
              search={{ ...search, paper: size }}
              replace
              className="chip"
              data-pressed={size === paper}
              aria-current={size === paper ? 'true' : undefined}
            >
              {t('print.paper', { size, columns: paperColumns[size].length })}
            </Link>
          ))}
          <AsOfControl />
          <Link to="/c/$code/ledger" params={{ code: campaign.code }}>
            {t('print.back')}
          </Link>
        </>
      }
    >
      <PlainTable
        caption={t('ledger.caption', { count: rows.length })}
        columns={ledgerColumns(paperColumns[paper], { today, t })}
        rows={rows}
        rowKey={({ id: problemId }) => problemId}
      />
      <p>{t('print.count', { count: rows.length })}</p>
    </Sheet>
  );
};

export default PrintLedgerPage;
