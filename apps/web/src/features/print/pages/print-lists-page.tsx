import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
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
import { ledgerHash } from '../../../shared/ledger/ledger-hash';
import type { ColumnKey } from '../../../shared/ledger/view';
import { measureColumns, measuresOf } from '../../../shared/problem/measure-columns';
import { Loaded } from '../../../shared/ui/loaded';
import { useTitle } from '../../../shared/ui/page';
import { PlainTable } from '../components/plain-table';
import { Sheet } from '../components/sheet';

/** 责任清单: by number, whose it is and who leads it. No sums a person: nobody is measured against another. */
const RESPONSIBILITY: readonly ColumnKey[] = ['place', 'code', 'aspect', 'problem', 'lead', 'owner', 'dueOn'];
const PROBLEMS: readonly ColumnKey[] = ['place', 'code', 'aspect', 'problem', 'detail', 'fixType', 'status'];

/** 责任清单, 任务清单 and 问题清单 on paper, as of any day. */
const PrintListsPage = () => {
  const { t } = useText();
  const { code } = useSearch({ from: '/inside/print/lists' });
  useTitle(`${t('overview.lists')} ${code}`);
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
  const today = useToday();
  const asOf = useAsOf();
  const clockDay = useClockDay();
  const { data: clock } = useQuery(queries.clock());
  const { code, version } = campaign;
  const listed = problems.filter(
    ({ number, status }) => number !== null && !['merged', 'split', 'terminated'].includes(status),
  );
  const measures = measuresOf(listed);
  const until = asOf
    ? t('print.asOf', { day: paperDay(asOf, t) })
    : t('print.asOfNow', { at: clock ? paperMoment(clock.now, t) : '' });
  return (
    <Sheet
      title={t('overview.lists')}
      size="A4"
      isLandscape
      head={[
        [t('campaigns.unit'), campaign.unit.name],
        [t('campaigns.name'), `${campaignTitle(campaign, words)} ${code}`],
        [t('print.until'), until],
      ]}
      check={
        campaign.access === 'records'
          ? { code, asOf: asOf ?? clockDay, version, hash: ledgerHash({ code, version, problems }) }
          : null
      }
      signatures={[t('duty.lead'), t('print.head')]}
      tools={
        <>
          <AsOfControl />
          <Link to="/c/$code/docs" params={{ code }}>
            {t('print.back')}
          </Link>
        </>
      }
    >
      <PlainTable
        caption={t('print.responsibility', { count: listed.length })}
        columns={ledgerColumns(RESPONSIBILITY, { today, t })}
        rows={listed}
        rowKey={({ id }) => id}
      />
      <PlainTable
        caption={t('print.tasks', { count: measures.length })}
        columns={measureColumns(today, t)}
        rows={measures}
        rowKey={({ measure }) => measure.id}
      />
      <PlainTable
        caption={t('print.problemsOf', { count: listed.length })}
        columns={ledgerColumns(PROBLEMS, { today, t })}
        rows={listed}
        rowKey={({ id }) => id}
      />
      <p>{t('print.count', { count: listed.length })}</p>
    </Sheet>
  );
};

export default PrintListsPage;
