import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Me, TemplateList } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { useLaunch } from '../api/launch';
import { LaunchForm } from '../components/launch-form';

/** Template, unit, first day, a look at what follows, launch: no required text. */
const LaunchPage = () => {
  const { t } = useText();
  const me = useQuery(queries.me());
  const templates = useQuery(queries.templates());
  return (
    <Page title={t('command.LaunchCampaign')}>
      <Loaded query={me}>
        {(reader) => (
          <Loaded query={templates}>{({ items }) => <Launch me={reader} templates={items} />}</Loaded>
        )}
      </Loaded>
    </Page>
  );
};

const Launch = ({ me, templates }: { me: Me; templates: TemplateList['items'] }) => {
  const { t } = useText();
  const navigate = useNavigate();
  const launch = useLaunch(({ code }) => void navigate({ to: '/c/$code', params: { code } }));
  const units = me.posts.filter(({ post }) => post === 'secretary');
  const [first] = units;
  if (!first) return <p className="note">{t('launch.secretaryOnly')}</p>;
  return <LaunchForm units={units} first={first} templates={templates} launch={launch} />;
};

export default LaunchPage;
