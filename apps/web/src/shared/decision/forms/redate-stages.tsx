import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api/queries';
import { longDay } from '../../dates/format';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { stageName } from '../matter';
import { GroundFields, groundOf, NO_GROUND } from './ground-fields';
import { movedStages, type RoadStage, type Window, type Windows } from './moved-stages';
import { PlanMoves } from './plan-moves';

/** New days for stages that are not closed; what it would move is shown before it is done. */
export const RedateStages = () => {
  const { t } = useText();
  const { matter, send } = useCard();
  const road = (useQuery(queries.campaign(matter.campaignId)).data?.road ?? []).filter(
    ({ is }) => is !== 'closed',
  );
  const [windows, setWindows] = useCardDraft<Windows>({});
  const [ground, setGround] = useState(NO_GROUND);
  const { asked, ask, required } = useRequired();
  const refused = useFieldError();
  const stages = movedStages(road, windows);
  const { reason, ...notice } = groundOf(ground);
  const confirm = () => {
    ask();
    if (stages.length > 0 && reason !== '') send({ stages, reason, ...notice });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.RedateStages')}>
      {road.map((stage) => (
        <StageDays
          key={stage.stage}
          stage={stage}
          window={windows[stage.stage] ?? stage}
          onChange={(window) => setWindows({ ...windows, [stage.stage]: window })}
        />
      ))}
      {asked && stages.length === 0 ? <p className="field-error">{t('form.nothingMoved')}</p> : null}
      {stages.length > 0 ? (
        <PlanMoves
          path={`/api/campaigns/${matter.campaignId}/previews/redate-stages`}
          // Until the reason is typed the days alone are asked about.
          body={{ stages, reason: reason === '' ? t('command.RedateStages') : reason }}
        />
      ) : null}
      <GroundFields
        value={ground}
        onChange={setGround}
        reasonError={required(reason === '') ?? refused('reason')}
      />
    </CardForm>
  );
};

interface StageDaysProps {
  readonly stage: RoadStage;
  readonly window: Window;
  readonly onChange: (window: Window) => void;
}

/** A stage that has begun keeps its first day. */
const StageDays = ({ stage: { stage, is, startOn: began }, window, onChange }: StageDaysProps) => {
  const { t } = useText();
  const today = useToday();
  const name = stageName(stage, t);
  const { startOn, endOn } = window;
  return (
    <div className="two">
      {is === 'open' ? (
        <p>
          <b>{name}</b> {t('form.began', { day: longDay(began, today, t) })}
        </p>
      ) : (
        <DayField
          label={t('form.stageFrom', { stage: name })}
          value={startOn}
          today={today}
          onChange={(day) => onChange({ startOn: day, endOn })}
        />
      )}
      <DayField
        label={t('form.stageTo', { stage: name })}
        value={endOn}
        today={today}
        onChange={(day) => onChange({ startOn, endOn: day })}
      />
    </div>
  );
};
