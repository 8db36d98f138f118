import { useIsMutating, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { queries } from '../../../shared/api/queries';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { Disclosure } from '../../../shared/ui/disclosure';
import { Pending } from '../../../shared/ui/pending';
import { WALKING } from '../api/forward-clock';

/** Loaded when it is opened: the header is part of every first page, its form is not. */
const ClockPanel = lazy(() => import('./clock-panel'));

const LOOK_MS = 1_000;

/** Where the clock may be moved (demonstration, tests): what day it is there, and a way forward. */
export const ClockControl = () => {
  const { t } = useText();
  const isWalking = useIsMutating({ mutationKey: WALKING }) > 0;
  // How far it has come is shown while it walks.
  const clock = useQuery({ ...queries.clock(), refetchInterval: isWalking ? LOOK_MS : false }).data;
  if (!clock?.movable) return null;
  return (
    <Disclosure label={t('clock.label', { day: shortDay(clock.today, clock.today, t) })}>
      {() => (
        <Suspense fallback={<Pending lines={3} />}>
          <ClockPanel clock={clock} />
        </Suspense>
      )}
    </Disclosure>
  );
};
