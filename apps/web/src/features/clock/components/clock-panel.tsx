import { addDays, type CivilDate } from '@rectify/domain';
import { Button } from 'antd';
import { useState } from 'react';
import type { Clock, ClockForwarded } from '../../../shared/api/types';
import { longDay, moment } from '../../../shared/dates/format';
import { DayField } from '../../../shared/fields/day-field';
import { useText } from '../../../shared/i18n/use-text';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { Arrived } from './arrived';
import { useForwardClock } from '../api/forward-clock';
import { Unbroken } from '../../../shared/ui/unbroken';

const ClockPanel = ({ clock: { now, today } }: { clock: Clock }) => {
  const { t } = useText();
  const [to, setTo] = useState<CivilDate | null>(addDays(today, 1));
  const [from] = useState(now);
  const [answer, setAnswer] = useState<ClockForwarded | null>(null);
  const forward = useForwardClock(setAnswer);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== null) forward.mutate(to);
      }}
    >
      <p className="small muted">
        <Unbroken text={t('clock.why', { now: moment(now, today, t) })} />
      </p>
      <DayField label={t('clock.to')} value={to} today={today} onChange={setTo} />
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={forward.isPending}
          disabled={to === null || to <= today}
        >
          {to === null ? t('clock.forward') : t('clock.forwardTo', { day: longDay(to, today, t) })}
        </Button>
        <Button disabled={forward.isPending} onClick={() => forward.mutate(addDays(today, 1))}>
          {t('clock.nextDay')}
        </Button>
      </div>
      {forward.error ? <RefusalNote error={forward.error} /> : null}
      <p className="small" role="status">
        {forward.isPending
          ? t('clock.walking', { now: moment(now, today, t) })
          : answer && !answer.looked
            ? t('clock.notLooked')
            : ''}
      </p>
      {answer ? <Arrived since={from} /> : null}
    </form>
  );
};

export default ClockPanel;
