import { Button } from 'antd';
import type { LaunchPreview } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Unbroken } from '../../../shared/ui/unbroken';
import type { StepOfDraft } from './step-of-draft';

type SpreadProps = Pick<StepOfDraft, 'keep'> & { readonly spread: LaunchPreview['spread'] };

/** 改为……分散: takes the answers off the busiest day, and puts them back. Nothing where it would not help. */
export const Spread = ({ spread, keep }: SpreadProps) => {
  const { t } = useText();
  const today = useClockDay();
  if (!spread) return null;
  const { taken, from, to, count } = spread;
  const first = shortDay(from, today, t);
  const days = from === to ? first : t('launch.dayToDay', { from: first, to: shortDay(to, today, t) });
  return (
    <div className="row" data-launch="spread" data-taken={taken}>
      <span>
        <Unbroken text={t(taken ? 'launch.isSpread' : 'launch.spread', { days, count })} />
      </span>
      <Button onClick={() => keep({ spreadAnswers: !taken })}>
        {t(taken ? 'launch.putBack' : 'launch.take')}
      </Button>
    </div>
  );
};
