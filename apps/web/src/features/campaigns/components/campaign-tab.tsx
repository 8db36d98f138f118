import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { useCampaignId } from '../../../shared/api/use-campaign-id';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { CampaignTabs } from '../../../shared/campaign/campaign-tabs';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { NotThere } from '../../../shared/ui/not-there';
import { Page } from '../../../shared/ui/page';
import { Pending } from '../../../shared/ui/pending';

interface CampaignTabProps {
  readonly title: string;
  readonly children: (campaign: Campaign) => ReactNode;
}

/** One tab of a campaign, now or as of a day: nothing of it to whom the unit's records are not open. */
export const CampaignTab = ({ title, children }: CampaignTabProps) => {
  const { t } = useText();
  const { code = '' } = useParams({ strict: false });
  const id = useCampaignId(code);
  if (id === undefined) return <Pending lines={6} />;
  if (id === null) {
    return (
      <Page title={t('notThere.title')}>
        <NotThere />
      </Page>
    );
  }
  return (
    <Page title={`${title} ${code}`} tools={<AsOfControl />}>
      <CampaignTabs code={code} />
      <AsOfBanner withCompare={false} />
      <OfCampaign id={id}>{children}</OfCampaign>
    </Page>
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
