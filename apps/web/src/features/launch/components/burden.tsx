import type { LaunchPreview, Template } from '../../../shared/api/types';
import { moment } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Unbroken } from '../../../shared/ui/unbroken';
import { durationText } from './expected';
import { FirstWeek } from './first-week';
import { Materials } from './materials';

interface BurdenProps {
  readonly preview: LaunchPreview;
  readonly template: Template;
}

/** 负担: people and minutes before anybody is asked, which papers; and the first messages, one by one. */
export const Burden = ({ preview, template }: BurdenProps) => {
  const { t } = useText();
  const today = useClockDay();
  const { mails, materials } = preview;
  const { band, people, minutes, average, most, aFinding } = preview.burden;
  const [first] = mails;
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
      <Materials materials={materials} />
      <p>
        {first === undefined ? (
          t('launch.noMessages')
        ) : (
          <Unbroken text={t('launch.messages', { day: moment(first.at, today, t), count: mails.length })} />
        )}
      </p>
      {first === undefined ? null : <FirstWeek mails={mails} template={template} />}
      <p className="muted small">{t('burden.estimate')}</p>
    </div>
  );
};
