import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { useAsOf, useIsCompared } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { Changes } from '../../../shared/as-of/changes';
import { CampaignTabs } from '../../../shared/campaign/campaign-tabs';
import { OfCode } from '../../../shared/campaign/of-code';
import { longDay } from '../../../shared/dates/format';
import { shownCount } from '../../../shared/counts/shown-count';
import { useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { OverdueLight } from '../../../shared/ui/light';
import { Loaded } from '../../../shared/ui/loaded';
import { Page, Panel } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';
import { CampaignRecord } from '../components/campaign-record';
import { Conditions } from '../components/conditions';
import { Ledger } from '../components/ledger';
import { LinkedProblems } from '../components/linked-problems';
import { MyPart } from '../components/my-part';
import { PlanChanges } from '../components/plan-changes';
import { stageDays, stagePlace } from '../components/stage-place';
import { Overview } from '../components/overview';
import { StageTrack } from '../components/stage-track';
import { WaitsFor } from '../components/waits-for';
import '../components/campaign.css';

/** Where a campaign stands, whom it waits for, what was found and what was done. */
const CampaignPage = () => {
  const { code } = useParams({ from: '/inside/c/$code' });
  return <OfCode code={code}>{(id) => <CampaignById id={id} code={code} />}</OfCode>;
};

const CampaignById = ({ id, code }: { id: string; code: string }) => {
  const words = useText();
  const asOf = useAsOf();
  const isCompared = useIsCompared();
  const query = useQuery(queries.campaign(id, asOf));
  const title = query.data ? `${campaignTitle(query.data, words)} ${code}` : code;
  return (
    <Page title={title} tools={<Tools unit={query.data?.unit.name} />}>
      <CampaignTabs code={code} />
      <AsOfBanner />
      {asOf !== undefined && isCompared ? <Changes ids={[id]} asOf={asOf} /> : null}
      <Loaded query={query} lines={8}>
        {(campaign) => <Sections campaign={campaign} />}
      </Loaded>
    </Page>
  );
};

const Tools = ({ unit }: { unit: string | undefined }) => (
  <div className="row">
    <span className="muted">{unit}</span>
    <AsOfControl />
  </div>
);

/** What is owed comes first, then what is out of the ordinary; what nobody waits for does not push that out of sight. */
const OWED = { besides: [] };
const BESIDES = { owed: [] };

const Sections = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useText();
  const today = useToday();
  const hasRecords = campaign.access === 'records';
  const days = stageDays(campaign, today, t);
  return (
    <>
      <Panel title={stagePlace(campaign, t)} tools={<Window campaign={campaign} />}>
        <div className="panel-body stack">
          {days === null ? null : (
            <p>
              <Unbroken text={days} />
            </p>
          )}
          <StageTrack road={campaign.road} current={campaign.stage} today={today} />
          {hasRecords ? <Conditions campaign={campaign} /> : null}
        </div>
      </Panel>
      <MyPart campaign={campaign} only={OWED} />
      {hasRecords ? <Figures campaign={campaign} /> : null}
      {campaign.status === 'open' && hasRecords && campaign.asOf === null ? (
        <WaitsFor campaignId={campaign.id} />
      ) : null}
      <MyPart campaign={campaign} only={BESIDES} title={t('campaign.besides')} />
      <Ledger campaign={campaign} />
      <LinkedProblems campaign={campaign} />
      {campaign.asOf === null ? <PlanChanges campaign={campaign} /> : null}
      {hasRecords ? <CampaignRecord campaignId={campaign.id} code={campaign.code} /> : null}
    </>
  );
};

/** Nothing is drawn before there is a problem. */
const Figures = ({ campaign }: { campaign: Campaign }) => {
  const problems = useQuery(queries.problems(campaign.id, useAsOf())).data ?? [];
  return problems.length > 0 ? <Overview campaign={campaign} problems={problems} /> : null;
};

/** The dates of the whole, and whatever of it is overdue. */
const Window = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useText();
  const today = useToday();
  const { startOn, endOn, overdue, status } = campaign;
  return (
    <>
      <span className="muted">
        <Unbroken
          text={t('campaign.window', { from: longDay(startOn, today, t), to: longDay(endOn, today, t) })}
        />
      </span>
      {status === 'open' && overdue !== 0 ? (
        <OverdueLight word={t('campaign.overdue', { count: shownCount(overdue) })} />
      ) : null}
    </>
  );
};

export default CampaignPage;
