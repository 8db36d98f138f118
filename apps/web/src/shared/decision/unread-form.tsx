import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../api/queries';
import { isUnread, Unread } from '../ui/unread';
import { useCard } from './card-context';

/**
 * What the forms of a campaign are made from. They ask for it themselves; where it did not come, an empty list of theirs
 * would say that there is nothing to choose, and waiting for it would never end.
 */
export const UnreadForm = ({ otherwise = null }: { otherwise?: ReactNode }) => {
  const { campaignId } = useCard().matter;
  const campaign = useQuery({ ...queries.campaign(campaignId), enabled: false });
  const problems = useQuery({ ...queries.problems(campaignId), enabled: false });
  const unread = [campaign, problems].find(isUnread);
  return unread ? <Unread query={unread} /> : otherwise;
};
