import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './client';
import { queries } from './queries';
import type { Preferences } from './types';

/** Keeps what somebody chose for wherever they sign in. What was read with them is as old as it was. */
export const useChoose = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: Preferences) => send<void>('/api/me/preferences', { method: 'PATCH', body: chosen }),
    onSuccess: (_nothing, chosen) => {
      const { queryKey } = queries.me();
      const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt;
      client.setQueryData(
        queryKey,
        (me) => me && { ...me, preferences: { ...me.preferences, ...chosen } },
        updatedAt === undefined ? {} : { updatedAt },
      );
    },
  });
};
