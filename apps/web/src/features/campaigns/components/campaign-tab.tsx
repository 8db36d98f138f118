import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { CampaignTabs } from '../../../shared/campaign/campaign-tabs';
import { OfCode } from '../../../shared/campaign/of-code';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';

interface CampaignTabProps {
  readonly title: string;
  readonly children: (campaign: Campaign) => ReactNode;
}

/** One tab of a campaign, now or as of a day: nothing of it to whom the unit's records are not open. */
export const CampaignTab = ({ title, children }: CampaignTabProps) => {
  const { code = '' } = useParams({ strict: false });
  return (
    <OfCode code={code}>
      {(id) => (
        <Page title={`${title} ${code}`} tools={<AsOfControl />}>
          <CampaignTabs code={code} />
          <AsOfBanner withCompare={false} />
          <OfCampaign id={id}>{children}</OfCampaign>
        </Page>
      )}
    </OfCode>
  );
};

const OfCampaign = ({ id, children }: { id: string; children: CampaignTabProps['children'] }) => {
  const { t } = useText();
  const query = useQuery(queries.campaign(id, useAsOf()));
  return (
    <Loaded query={query} lines={8}>
      {(campaign) =>
        campaign.access === 'records' ? (
          children(campaign)
        ) : (
          <p className="note" data-tone="attention">
            {t('tab.countsOnly')}
          </p>
        )
      }
    </Loaded>
  );
};
