import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import type { Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { useDone } from '../components/done';
import { GrantPanel } from '../components/grant-panel';
import { DelegationList } from '../components/delegation-list';
import { SettingsPage } from '../components/settings-page';

/** What is one's own: powers entrusted for a while, and being away. Whoever holds a post may. */
const DelegationPage = () => {
  const { t } = useText();
  const me = useQuery(queries.me());
  const { record, note } = useDone();
  return (
    <SettingsPage title={t('settings.delegation')}>
      {note}
      <Loaded query={me}>
        {({ personId, name, posts }) => {
          const [own] = posts;
          if (!own)
            return (
              <Empty text={t('settings.noPostHeld')}>
                <Link to="/settings">{t('settings.people')}</Link>
              </Empty>
            );
          const matter = (key: string): Matter => ({
            ...{ campaignId: '', unitId: own.unitId, problemId: null, name },
            draftKey: `directory.own.${key}`,
          });
          return (
            <>
              <Panel title={t('settings.delegate')}>
                <div className="panel-body stack">
                  <p className="muted small">{t('settings.delegateHint')}</p>
                  <Actions
                    matter={matter('delegate')}
                    actions={[directoryAct('Delegate')]}
                    isPrimary={false}
                    onDone={(action) => record(action, name)}
                  />
                  <DelegationList unitId={own.unitId} onDone={record} />
                </div>
              </Panel>
              <Panel title={t('settings.absence')}>
                <div className="panel-body stack">
                  <p className="muted small">{t('settings.absenceHint')}</p>
                  <Actions
                    matter={matter('away')}
                    actions={[directoryAct('MarkAway', { personId }), directoryAct('MarkBack', { personId })]}
                    isPrimary={false}
                    onDone={(action) => record(action, name)}
                  />
                </div>
              </Panel>
              <GrantPanel posts={posts} onDone={record} />
            </>
          );
        }}
      </Loaded>
    </SettingsPage>
  );
};

export default DelegationPage;
