import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../../shared/api/queries';
import type { ChannelState } from '../../../shared/api/types';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded, ofAll } from '../../../shared/ui/loaded';
import { ChannelsSet } from '../components/channel-states';
import { firstSteps, type FirstStep } from '../components/first-steps';
import { SettingsPage } from '../components/settings-page';

/** From an empty organisation to its first campaign, one step after the other. */
const StartPage = () => {
  const { t } = useText();
  const today = useToday();
  const people = useQuery(queries.people());
  const campaigns = useQuery(queries.campaigns());
  const channels = useQuery(queries.channels());
  const calendar = useQuery(queries.officialCalendar());
  const isThere = people.data && campaigns.data && channels.data && calendar.data;
  const query = ofAll(
    [people, campaigns, channels, calendar],
    isThere && {
      people: people.data.length,
      campaigns: campaigns.data.length,
      calendar: calendar.data,
      all: channels.data,
    },
  );
  return (
    <SettingsPage title={t('start.title')}>
      <p className="muted">{t('start.why')}</p>
      <Loaded query={query}>
        {({ all, ...known }) => <Steps known={{ ...known, today }} channels={all} />}
      </Loaded>
    </SettingsPage>
  );
};

interface StepsProps {
  readonly known: Omit<Parameters<typeof firstSteps>[0], 'channels'>;
  readonly channels: readonly ChannelState[];
}

const Steps = ({ known, channels }: StepsProps) => {
  const set = channels.filter(({ on }) => on);
  const steps = firstSteps({ ...known, channels: set.length });
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <ol className="panel">
      {steps.map((step, index) => (
        <Step key={step.key} step={step} number={index + 1} isNext={step === next}>
          {step.key === 'mail' ? <ChannelsSet channels={set} /> : null}
        </Step>
      ))}
    </ol>
  );
};

interface StepProps {
  readonly step: FirstStep;
  readonly number: number;
  readonly isNext: boolean;
  readonly children: ReactNode;
}

const Step = ({ step: { key, isDone, to }, number, isNext, children }: StepProps) => {
  const { t } = useText();
  return (
    <li
      className="seat"
      data-step={key}
      data-done={isDone || undefined}
      aria-current={isNext ? 'step' : undefined}
    >
      <div className="seat-row">
        <b>{t('start.step', { number, name: t(`start.${key}`) })}</b>
        <span className="small">{t(`start.${key}Hint`)}</span>
        {isDone ? <span>✓ {t('start.done')}</span> : null}
        {isDone && key !== 'mail' ? null : <Link to={to}>{t(`start.${key}Go`)}</Link>}
      </div>
      {children}
    </li>
  );
};

export default StartPage;
