import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CivilDate } from '@rectify/domain';
import { send } from '../../../shared/api/client';
import type { ClockForwarded } from '../../../shared/api/types';

/** Of whoever wants to know whether the clock walks at the moment. */
export const WALKING = ['clock', 'forward'] as const;

/** Walks the demonstration's clock to that day; reminders on the way are sent as they would have been. */
export const useForwardClock = (onDone: (answer: ClockForwarded) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationKey: WALKING,
    meta: { work: 'clock.forward' },
    mutationFn: (to: CivilDate) =>
      send<ClockForwarded>('/api/clock/forward', { method: 'POST', body: { to } }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['work'] });
      onDone(answer);
    },
  });
};
