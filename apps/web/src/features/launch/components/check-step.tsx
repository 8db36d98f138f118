import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { CivilDate } from '@rectify/domain';
import type { LaunchPreview, Template } from '../../../shared/api/types';
import { longDay, moment } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import type { LaunchDraft } from '../../../shared/launch/launch-draft';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { Unbroken } from '../../../shared/ui/unbroken';
import type { useLaunch } from '../api/launch';
import type { OwnUnit } from './step-of-draft';
import { StepLink } from './step-track';
import type { Step } from './steps';

interface CheckProps {
  readonly draft: LaunchDraft;
  readonly preview: LaunchPreview;
  readonly template: Template;
  readonly units: readonly OwnUnit[];
}

/** Everything that was chosen or left as it was, each with its way back. */
export const Answers = ({ draft, preview, template, units }: CheckProps) => {
  const { t, language } = useText();
  const today = useClockDay();
  const items = template.definition.aspects.flatMap((aspect) => aspect.items).length;
  const left = draft.leaveOut.map((kind) => t(`stage.${kind}`)).join(t('people.and'));
  const dates = { day: longDay(preview.startOn, today, t), left: left || t('launch.nothing') };
  const lines: readonly (readonly [Step, string])[] = [
    ['template', language === 'en' ? preview.titleEn : preview.title],
    ['scope', units.find(({ unitId }) => unitId === draft.unitId)?.unitName ?? ''],
    ['items', t('launch.itemsCaption', { count: items })],
    ['dates', t('launch.startsOn', dates)],
  ];
  return (
    <ul className="stack">
      {lines.map(([step, text]) => (
        <li key={step} className="row">
          <span className="label">{t(`launch.step.${step}`)}</span>
          <span>{text}</span>
          <StepLink draft={draft} step={step}>
            {t('launch.change', { step: t(`launch.step.${step}`) })}
          </StepLink>
        </li>
      ))}
    </ul>
  );
};

interface ConfirmProps {
  readonly preview: LaunchPreview;
  readonly error: Error | null;
}

/** What will happen, and until when it can be taken back; the button below says it again. */
export const Confirm = ({ preview: { owed, mails, burden, created, startOn }, error }: ConfirmProps) => {
  const { t } = useText();
  const today = useClockDay();
  const day = (date: CivilDate | undefined) => (date ? longDay(date, today, t) : t('ledger.noDate'));
  const [mail] = mails;
  return (
    <div className="stack">
      <p data-launch="created" data-count={created}>
        <Unbroken
          text={t('launch.confirm', {
            ...{ people: burden.people, created, start: day(startOn) },
            ...{ first: day(owed[0]?.dueOn), message: mail ? moment(mail.at, today, t) : day(undefined) },
          })}
        />
      </p>
      {error ? <RefusalNote error={error} /> : null}
    </div>
  );
};

interface ButtonProps {
  readonly preview: Pick<UseQueryResult<LaunchPreview>, 'data' | 'isPlaceholderData'>;
  readonly launch: Pick<ReturnType<typeof useLaunch>, 'isPending' | 'press'>;
}

/** Not before it is seen what comes of it, nor while that is reckoned anew. */
export const LaunchButton = ({ preview: { data, isPlaceholderData }, launch }: ButtonProps) => {
  const { t } = useText();
  return data ? (
    <Button type="primary" loading={launch.isPending || isPlaceholderData} onClick={launch.press}>
      {t('command.LaunchCampaign')}
    </Button>
  ) : null;
};
