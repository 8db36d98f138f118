import type { ReactNode } from 'react';
import { useProblem, type ProblemInCampaign } from '../../problem/use-problem';
import { Pending } from '../../ui/pending';
import { useCard } from '../card-context';
import { UnreadForm } from '../unread-form';

/** A form that shows its problem waits for it: nobody decides on what is not on the page. */
export const WithProblem = ({ children }: { children: (found: ProblemInCampaign) => ReactNode }) => {
  const { matter } = useCard();
  const found = useProblem(matter.campaignId, matter.problemId);
  return found ? children(found) : <UnreadForm otherwise={<Pending lines={3} />} />;
};
