import { useText } from '../../../shared/i18n/use-text';
import { CampaignRecord } from '../components/campaign-record';
import { CampaignTab } from '../components/campaign-tab';

/** 记录: everything that was done in the campaign, by whom and when. */
const LogPage = () => {
  const { t } = useText();
  return (
    <CampaignTab title={t('record.title')}>
      {({ id, code }) => <CampaignRecord campaignId={id} code={code} />}
    </CampaignTab>
  );
};

export default LogPage;
