import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { LaunchPreview, Template, TemplateList } from '../../../shared/api/types';
import { useLaunchDraft } from '../../../shared/launch/launch-draft';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Page, Panel } from '../../../shared/ui/page';
import { launchPreviewQuery, useLaunch } from '../api/launch';
import { Burden } from '../components/burden';
import { CalendarPreview } from '../components/calendar-preview';
import { Answers, Confirm, LaunchButton } from '../components/check-step';
import { DatesStep, StageTable } from '../components/dates-step';
import { ItemsStep } from '../components/items-step';
import { Answerers, ScopeStep } from '../components/scope-step';
import type { OwnUnit } from '../components/step-of-draft';
import { StepEnds, StepTrack } from '../components/step-track';
import { numberOf, stepOf } from '../components/steps';
import { TemplateStep } from '../components/template-step';

/** A launch in six steps, each filled by the template: no required text, and nothing happens before the last. */
const LaunchPage = () => {
  const { t } = useText();
  const me = useQuery(queries.me());
  const templates = useQuery(queries.templates());
  return (
    <Page title={t('command.LaunchCampaign')}>
      <Loaded query={me}>
        {({ posts }) => {
          const units = posts.filter(({ post }) => post === 'secretary');
          if (units.length === 0)
            return (
              <p className="note">
                {t('launch.secretaryOnly')} <Link to="/c">{t('todo.seeCampaigns')}</Link>
              </p>
            );
          return (
            <Loaded query={templates}>{({ items }) => <Steps units={units} templates={items} />}</Loaded>
          );
        }}
      </Loaded>
    </Page>
  );
};

const Steps = ({ units, templates }: { units: readonly OwnUnit[]; templates: TemplateList['items'] }) => {
  const { t } = useText();
  const params = useParams({ from: '/inside/c/new/$draft/$step' });
  const navigate = useNavigate();
  const [kept, keep] = useLaunchDraft(params.draft);
  const draft = { ...kept, unitId: kept.unitId ?? units[0]?.unitId ?? null };
  const step = draft.template === null ? stepOf('1') : stepOf(params.step);
  const launch = useLaunch(draft, ({ code }) => void navigate({ to: '/c/$code', params: { code } }));
  const preview = useQuery(launchPreviewQuery(draft));
  const template = useQuery({ ...queries.template(draft.template ?? ''), enabled: draft.template !== null });
  const name = t(`launch.step.${step}`);
  const foreseen = (children: (preview: LaunchPreview, template: Template) => React.ReactNode) => (
    <Loaded query={preview} lines={8}>
      {(shown) => <Loaded query={template}>{(chosen) => children(shown, chosen)}</Loaded>}
    </Loaded>
  );
  const burden = (shown: LaunchPreview, chosen: Template) => <Burden preview={shown} template={chosen} />;
  return (
    <>
      <StepTrack draft={draft} step={step} />
      <p className="muted small launch-kept">{t('launch.kept')}</p>
      <Panel title={t('launch.stepOf', { step: numberOf(step), name })}>
        <div className="panel-body stack">
          {step === 'template' ? <TemplateStep draft={draft} keep={keep} templates={templates} /> : null}
          {step === 'scope' ? <ScopeStep draft={draft} keep={keep} units={units} /> : null}
          {step === 'items' ? (
            <Loaded query={template}>{(chosen) => <ItemsStep template={chosen} />}</Loaded>
          ) : null}
          {step === 'dates' ? <DatesStep draft={draft} keep={keep} preview={preview.data} /> : null}
          {step === 'burden' ? <p>{t('launch.burdenHint')}</p> : null}
          {step === 'check'
            ? foreseen((shown, chosen) => (
                <Answers draft={draft} preview={shown} template={chosen} units={units} />
              ))
            : null}
        </div>
        {step === 'scope'
          ? foreseen((shown, chosen) => <Answerers preview={shown} template={chosen} />)
          : null}
        {step === 'dates'
          ? foreseen((shown, chosen) => <StageTable preview={shown} template={chosen} />)
          : null}
        {step === 'burden' ? foreseen(burden) : null}
      </Panel>
      {step === 'check' ? <Panel title={t('launch.step.burden')}>{foreseen(burden)}</Panel> : null}
      {step === 'dates' || step === 'check'
        ? foreseen((shown, chosen) => <CalendarPreview preview={shown} template={chosen} keep={keep} />)
        : null}
      {step === 'check' ? foreseen((shown) => <Confirm preview={shown} error={launch.error} />) : null}
      <StepEnds draft={draft} step={step}>
        {step === 'check' ? <LaunchButton preview={preview} launch={launch} /> : null}
      </StepEnds>
    </>
  );
};

export default LaunchPage;
