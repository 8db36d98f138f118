import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCampaignId } from '../../../shared/api/use-campaign-id';
import { CampaignTabs } from '../../../shared/campaign/campaign-tabs';
import { AsOfControl } from '../../../shared/as-of/as-of-bar';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerSearch, screenColumns } from '../../../shared/ledger/view';
import { NotThere } from '../../../shared/ui/not-there';
import { Page } from '../../../shared/ui/page';
import { Pending } from '../../../shared/ui/pending';
import { LedgerBody, useLedgerView } from '../components/ledger-body';

/** The 台账 of one campaign. */
const CampaignLedgerPage = () => {
  const { t } = useText();
  const { code } = useParams({ from: '/inside/c/$code/ledger' });
  const id = useCampaignId(code);
  if (id === undefined) return <Pending lines={10} />;
  if (id === null) {
    return (
      <Page title={t('notThere.title')}>
        <NotThere />
      </Page>
    );
  }
  return (
    <Page title={`${t('nav.ledger')} ${code}`} tools={<Tools code={code} />}>
      <CampaignTabs code={code} />
      <OfCampaign key={id} id={id} />
    </Page>
  );
};

const OfCampaign = ({ id }: { id: string }) => {
  const ids = useMemo(() => [id], [id]);
  return <LedgerBody ids={ids} />;
};

const Tools = ({ code }: { code: string }) => {
  const { t } = useText();
  const view = useLedgerView();
  return (
    <div className="row">
      <AsOfControl />
      <Link
        to="/print/ledger"
        search={{ code, ...ledgerSearch({ ...view, cols: screenColumns, rows: 'page' }) }}
      >
        {t('ledger.print')}
      </Link>
    </div>
  );
};

export default CampaignLedgerPage;
