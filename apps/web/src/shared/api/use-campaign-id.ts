import { useQuery } from '@tanstack/react-query';
import type { Id } from '@rectify/domain';
import { queries } from './queries';

/**
 * Pages are addressed by codes, the api by ids. A campaign is one of the own units', or one in which something is owed.
 * Null: there is none for this reader; undefined: not known yet.
 */
export const useCampaignId = (code: string): Id | null | undefined => {
  const own = useQuery(queries.campaigns());
  const mine = useQuery(queries.obligations('mine'));
  const found =
    own.data?.find((campaign) => campaign.code === code)?.id ??
    mine.data?.find(({ campaign }) => campaign?.code === code)?.campaign?.id;
  if (found) return found;
  return own.isPending || mine.isPending ? undefined : null;
};
