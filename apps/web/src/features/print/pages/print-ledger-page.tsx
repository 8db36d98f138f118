import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { OfCode } from '../../../shared/campaign/of-code';
import { paperDay, paperMoment } from '../../../shared/dates/format';
import { useClockDay, useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerColumns } from '../../../shared/ledger/columns';
import { rowsOf } from '../../../shared/ledger/filter';
import { ledgerHash } from '../../../shared/ledger/ledger-hash';
import { useMyId } from '../../../shared/ledger/use-ledger';
import { ledgerView } from '../../../shared/ledger/view';
import { Loaded } from '../../../shared/ui/loaded';
import { useTitle } from '../../../shared/ui/page';
import type { PaperSize } from '../components/page-style';
import { paperColumns } from '../components/paper-columns';
import { PlainTable } from '../components/plain-table';
import { Sheet } from '../components/sheet';

const SIZES = ['A4', 'A3'] as const satisfies readonly PaperSize[];

/** The 台账 on paper: A4 with ten columns, A3 with eighteen; filtered and dated as its address says. */
const PrintLedgerPage = () => {
  const { t } = useText();
  const { code } = useSearch({ from: '/inside/print/ledger' });
  useTitle(`${t('print.ledger')} ${code}`);
  return (
    <OfCode code={code} lines={10}>
      {(id) => <OfCampaign id={id} />}
    </OfCode>
  );
};

const OfCampaign = ({ id }: { id: string }) => {
  const asOf = useAsOf();
  const campaign = useQuery(queries.campaign(id, asOf));
  const problems = useQuery(queries.problems(id, asOf));
  return (
    <>
      <AsOfBanner withCompare={false} />
      <Loaded query={campaign} lines={10}>
        {(found) => (
          <Loaded query={problems} lines={10}>
            {(rows) => <OnPaper campaign={found} problems={rows} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
};

const OnPaper = ({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) => {
  const words = useText();
  const { t } = words;
  const search = useSearch({ from: '/inside/print/ledger' });
  const { paper = 'A4' } = search;
  const today = useToday();
  const me = useMyId();
  const rows = useMemo(
    () => rowsOf(problems, ledgerView({ ...search }), { today, me }),
    [problems, search, today, me],
  );
  const asOf = useAsOf();
  const clockDay = useClockDay();
  const { data: clock } = useQuery(queries.clock());
  const { code, version } = campaign;
  const until = asOf
    ? t('print.asOf', { day: paperDay(asOf, t) })
    : t('print.asOfNow', { at: clock ? paperMoment(clock.now, t) : '' });
  const hash = ledgerHash({ code, version, problems });
  return (
    <Sheet
      title={t('print.ledger')}
      size={paper}
      isLandscape
      head={[
        [t('campaigns.unit'), campaign.unit.name],
        [t('campaigns.name'), `${campaignTitle(campaign, words)} ${code}`],
        [t('print.until'), until],
      ]}
      check={campaign.access === 'records' ? { code, asOf: asOf ?? clockDay, version, hash } : null}
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
          <Link to="/c/$code/ledger" params={{ code }}>
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
