import { useQuery } from '@tanstack/react-query';
import type { Id } from '@rectify/domain';
import { queries } from './queries';

interface CampaignId {
  /** Null: there is none for this reader; undefined: not known. */
  readonly id: Id | null | undefined;
  /** Why it is not known, where asking failed: that is not the same as there being none. */
  readonly error: Error | null;
  readonly refetch: () => void;
}

/** Pages are addressed by codes, the api by ids. A campaign is one of the own units', or one in which something is owed. */
export const useCampaignId = (code: string): CampaignId => {
  const own = useQuery(queries.campaigns());
  const mine = useQuery(queries.obligations('mine'));
  const found =
    own.data?.find((campaign) => campaign.code === code)?.id ??
    mine.data?.find(({ campaign }) => campaign?.code === code)?.campaign?.id;
  const failed = [own, mine].filter(({ data }) => data === undefined);
  return {
    id: found ?? (failed.length > 0 ? undefined : null),
    error: found === undefined ? (failed.find(({ error }) => error !== null)?.error ?? null) : null,
    refetch: () => failed.forEach(({ refetch }) => void refetch()),
  };
};
