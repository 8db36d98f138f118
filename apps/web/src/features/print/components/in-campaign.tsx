import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner } from '../../../shared/as-of/as-of-bar';
import { OfCode } from '../../../shared/campaign/of-code';
import { Loaded } from '../../../shared/ui/loaded';

interface InCampaignProps {
  readonly code: string;
  readonly children: (campaign: Campaign, problems: readonly Problem[]) => ReactNode;
}

/** What is printed of a campaign, of the day that the address names. */
export const InCampaign = ({ code, children }: InCampaignProps) => (
  <OfCode code={code} lines={10}>
    {(id) => <OfDay id={id}>{children}</OfDay>}
  </OfCode>
);

const OfDay = ({ id, children }: Pick<InCampaignProps, 'children'> & { readonly id: string }) => {
  const asOf = useAsOf();
  const campaign = useQuery(queries.campaign(id, asOf));
  const problems = useQuery(queries.problems(id, asOf));
  return (
    <>
      <AsOfBanner withCompare={false} />
      <Loaded query={campaign} lines={10}>
        {(found) => (
          <Loaded query={problems} lines={10}>
            {(all) => children(found, all)}
          </Loaded>
        )}
      </Loaded>
    </>
  );
};
