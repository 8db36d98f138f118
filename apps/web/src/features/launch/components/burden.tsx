import type { LaunchPreview, Template } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Unbroken } from '../../../shared/ui/unbroken';
import { durationText, messagesOf } from './expected';
import { FirstWeek } from './first-week';

interface BurdenProps {
  readonly preview: LaunchPreview;
  readonly template: Template;
}

/** 负担: people and minutes before anybody is asked; and the first messages, one by one. */
export const Burden = ({ preview: { burden, owed }, template }: BurdenProps) => {
  const { t } = useText();
  const today = useClockDay();
  const { first, firstWeek } = messagesOf(owed);
  const { band, people, minutes, average, most, aFinding } = burden;
  return (
    <div className="panel-body stack" data-launch="burden" data-band={band}>
      <p>
        <b>{t(`burden.band.${band}`)}</b>
        {t('sentence.then')}
        {t('burden.sentence', {
          people,
          all: durationText(minutes, t),
          average: durationText(average, t),
        })}
        {most
          ? t('burden.most', { name: most.name, count: most.count, minutes: durationText(most.minutes, t) })
          : null}
      </p>
      <p>{t('burden.aFinding', { minutes: aFinding })}</p>
      <p>
        {first === null ? (
          t('launch.noMessages')
        ) : (
          <Unbroken text={t('launch.messages', { day: longDay(first, today, t), count: firstWeek.length })} />
        )}
      </p>
      {firstWeek.length > 0 ? <FirstWeek messages={firstWeek} template={template} /> : null}
      <p className="muted small">{t('burden.estimate')}</p>
    </div>
  );
};
