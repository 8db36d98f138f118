import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CampaignTabs } from '../../../shared/campaign/campaign-tabs';
import { AsOfControl } from '../../../shared/as-of/as-of-bar';
import { OfCode } from '../../../shared/campaign/of-code';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerSearch, screenColumns } from '../../../shared/ledger/view';
import { Page } from '../../../shared/ui/page';
import { LedgerBody, useLedgerView } from '../components/ledger-body';

/** The 台账 of one campaign. */
const CampaignLedgerPage = () => {
  const { t } = useText();
  const { code } = useParams({ from: '/inside/c/$code/ledger' });
  return (
    <OfCode code={code} lines={10}>
      {(id) => (
        <Page title={`${t('nav.ledger')} ${code}`} tools={<Tools code={code} />}>
          <CampaignTabs code={code} />
          <OfCampaign key={id} id={id} />
        </Page>
      )}
    </OfCode>
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
