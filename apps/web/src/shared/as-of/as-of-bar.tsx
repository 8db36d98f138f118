import type { CivilDate } from '@rectify/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { longDay } from '../dates/format';
import { useClockDay } from '../dates/use-today';
import { DayField } from '../fields/day-field';
import { useText } from '../i18n/use-text';
import { Disclosure } from '../ui/disclosure';
import { Unbroken } from '../ui/unbroken';
import { pastDay, useAsOf, useIsCompared } from './as-of';
import './as-of.css';

/** 截至: the day of which the page is shown. */
export const AsOfControl = () => {
  const { t } = useText();
  const today = useClockDay();
  const asOf = useAsOf();
  const label = t('asOf.label', { day: asOf ? longDay(asOf, today, t) : t('asOf.now') });
  return (
    <div data-as-of-control="">
      <Disclosure label={label}>{(close) => <DayChoice today={today} onDone={close} />}</Disclosure>
    </div>
  );
};

const DayChoice = ({ today, onDone }: { today: CivilDate; onDone: () => void }) => {
  const { t } = useText();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const [day, setDay] = useState<CivilDate | null>(asOf ?? null);
  const past = day && pastDay(day, today);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (past === null) return;
        onDone();
        void navigate({ to: '.', search: (search: object) => ({ ...search, asOf: past }) });
      }}
    >
      <DayField
        label={t('asOf.day')}
        value={day}
        onChange={setDay}
        today={today}
        error={day !== null && past === null ? t('asOf.ahead') : undefined}
        hint={past !== null && past !== day ? longDay(past, today, t) : t('asOf.hint')}
      />
      <Button type="primary" htmlType="submit" disabled={past === null}>
        {t('asOf.show')}
      </Button>
    </form>
  );
};

/** On top of a page of a day that is over: what it shows, the way back, and what has changed since. */
export const AsOfBanner = ({ withCompare = true }: { withCompare?: boolean }) => {
  const { t } = useText();
  const today = useClockDay();
  const asOf = useAsOf();
  const isCompared = useIsCompared();
  if (asOf === undefined) return null;
  return (
    <div className="note row as-of" data-tone="attention" data-as-of={asOf} role="status">
      <span className="as-of-text">
        <Unbroken text={t('asOf.banner', { day: longDay(asOf, today, t) })} />
      </span>
      <Link to="." search={(search: object) => ({ ...search, asOf: undefined, compare: undefined })}>
        {t('asOf.back')}
      </Link>
      {withCompare ? (
        <Link
          to="."
          search={(search: object) => ({ ...search, compare: isCompared ? undefined : (1 as const) })}
          replace
        >
          {t(isCompared ? 'asOf.stopCompare' : 'asOf.compare')}
        </Link>
      ) : null}
    </div>
  );
};
