import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import { useAsOf } from '../../../shared/as-of/as-of';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { deedsIn } from '../../../shared/record/deeds';
import { Record } from '../../../shared/record/record';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';

interface CampaignRecordProps {
  readonly campaignId: string;
  readonly code: string;
}

export const CampaignRecord = ({ campaignId, code }: CampaignRecordProps) => {
  const { t } = useText();
  const today = useToday();
  const asOf = useAsOf();
  const query = useQuery(queries.timeline(campaignId, asOf));
  const problems = useQuery(queries.problems(campaignId, asOf)).data ?? [];
  return (
    <Panel title={t('record.title')} id="record">
      <Loaded query={query}>
        {(entries) => (
          <Record
            entries={deedsIn(entries)}
            problems={problems}
            today={today}
            code={asOf === undefined ? code : null}
          />
        )}
      </Loaded>
    </Panel>
  );
};
