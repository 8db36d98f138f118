import { Link, useSearch } from '@tanstack/react-router';
import type { Campaign, Problem } from '../../../shared/api/types';
import { AsOfControl } from '../../../shared/as-of/as-of-bar';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerColumns } from '../../../shared/ledger/columns';
import type { ColumnKey } from '../../../shared/ledger/view';
import { isLive } from '../../../shared/problem/live';
import { measureColumns, measuresOf } from '../../../shared/problem/measure-columns';
import { useTitle } from '../../../shared/ui/page';
import { InCampaign } from '../components/in-campaign';
import { PlainTable } from '../components/plain-table';
import { Sheet } from '../components/sheet';
import { useHeading } from '../components/use-heading';

/** 责任清单: by number, whose it is and who leads it. No sums a person: nobody is measured against another. */
const RESPONSIBILITY: readonly ColumnKey[] = ['place', 'code', 'aspect', 'problem', 'lead', 'owner', 'dueOn'];
const PROBLEMS: readonly ColumnKey[] = ['place', 'code', 'aspect', 'problem', 'detail', 'fixType', 'status'];

/** 责任清单, 任务清单 and 问题清单 on paper, as of any day. */
const PrintListsPage = () => {
  const { t } = useText();
  const { code } = useSearch({ from: '/inside/print/lists' });
  useTitle(`${t('overview.lists')} ${code}`);
  return (
    <InCampaign code={code}>
      {(campaign, problems) => <OnPaper campaign={campaign} problems={problems} />}
    </InCampaign>
  );
};

const OnPaper = ({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) => {
  const { t } = useText();
  const today = useToday();
  const heading = useHeading(campaign, problems);
  const listed = problems.filter(isLive);
  const measures = measuresOf(listed);
  return (
    <Sheet
      title={t('overview.lists')}
      size="A4"
      isLandscape
      {...heading}
      signatures={[t('duty.lead'), t('print.head')]}
      tools={
        <>
          <AsOfControl />
          <Link to="/c/$code/docs" params={{ code: campaign.code }}>
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
