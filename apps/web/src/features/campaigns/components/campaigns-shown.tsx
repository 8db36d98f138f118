import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CampaignListItem } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { CampaignTable } from './campaign-list';

interface ShownProps {
  readonly campaigns: readonly CampaignListItem[];
  /** In the place of the table where nothing is under way. */
  readonly none: ReactNode;
}

/** What is under way; of what has ended it is said how much there is, and it is shown when asked for. */
export const CampaignsShown = ({ campaigns, none }: ShownProps) => {
  const isAll = useSearch({ from: '/inside/c' }).all === 1;
  const running = campaigns.filter(({ status }) => status === 'open');
  const shown = isAll ? campaigns : running;
  return (
    <>
      {shown.length > 0 ? <CampaignTable campaigns={shown} /> : none}
      <Ended count={campaigns.length - running.length} isAll={isAll} />
    </>
  );
};

const Ended = ({ count, isAll }: { count: number; isAll: boolean }) => {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <p>
      <Link
        to="/c"
        search={(search) => ({ ...search, all: isAll ? undefined : 1 })}
        className="ended"
        data-ended={count}
      >
        {isAll ? t('campaigns.runningOnly') : t('campaigns.ended', { count })}
      </Link>
    </p>
  );
};
