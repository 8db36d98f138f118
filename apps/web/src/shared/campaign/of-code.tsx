import type { Id } from '@rectify/domain';
import type { ReactNode } from 'react';
import { useCampaignId } from '../api/use-campaign-id';
import { useText } from '../i18n/use-text';
import { NotThere } from '../ui/not-there';
import { Page } from '../ui/page';
import { Pending } from '../ui/pending';
import { FailedNote } from '../ui/problem-note';

interface OfCodeProps {
  readonly code: string;
  readonly lines?: number;
  /** Inside a page that has its heading already. */
  readonly isPart?: boolean;
  readonly children: (campaignId: Id) => ReactNode;
}

/** What is addressed by a campaign's code, once it is known which that is; an answer that did not arrive is no “not there”. */
export const OfCode = ({ code, lines = 6, isPart = false, children }: OfCodeProps) => {
  const { t } = useText();
  const { id, error, refetch } = useCampaignId(code);
  if (typeof id === 'string') return children(id);
  if (id === undefined && !error) return <Pending lines={lines} />;
  const note = error ? <FailedNote error={error} retry={refetch} /> : <NotThere />;
  return isPart ? note : <Page title={error ? code : t('notThere.title')}>{note}</Page>;
};
