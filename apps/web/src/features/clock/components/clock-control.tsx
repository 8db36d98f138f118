import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { queries } from '../../../shared/api/queries';
import { longDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { Disclosure } from '../../../shared/ui/disclosure';
import { Pending } from '../../../shared/ui/pending';

/** Loaded when it is opened: the header is part of every first page, its form is not. */
const ClockPanel = lazy(() => import('./clock-panel'));

/** Where the clock may be moved (demonstration, tests): what day it is there, and a way forward. */
export const ClockControl = () => {
  const { t } = useText();
  const clock = useQuery(queries.clock()).data;
  if (!clock?.movable) return null;
  return (
    <Disclosure label={t('clock.label', { day: longDay(clock.today, clock.today, t) })}>
      {() => (
        <Suspense fallback={<Pending lines={3} />}>
          <ClockPanel clock={clock} />
        </Suspense>
      )}
    </Disclosure>
  );
};
