import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { changePassword, resetPassword, setUp, signIn } from '@rectify/contracts';
import { send } from '../../../shared/api/client';
import { queries } from '../../../shared/api/queries';
import { forgetDrafts } from '../../../shared/decision/drafts';
import { newId } from '../../../shared/lib/new-id';

type In<Schema extends { readonly _input: unknown }> = Schema['_input'];

/** Another person's readings and drafts are never shown: everything kept is dropped first. */
export const useSignIn = (onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: In<typeof signIn>) => send<unknown>('/api/session', { method: 'POST', body }),
    onSuccess: async () => {
      client.clear();
      await client.fetchQuery(queries.me());
      onDone();
    },
  });
};

export const useSignOut = (onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<void>('/api/session', { method: 'DELETE' }),
    onSettled: () => {
      forgetDrafts();
      client.clear();
      onDone();
    },
  });
};

export const useSetUp = (onDone: () => void) =>
  useMutation({
    mutationFn: (body: In<typeof setUp>) =>
      send<unknown>('/api/setup', { method: 'POST', body, key: newId() }),
    onSuccess: onDone,
  });

export const useResetPassword = (onDone: () => void) =>
  useMutation({
    mutationFn: (body: In<typeof resetPassword>) =>
      send<void>('/api/password/reset', { method: 'POST', body }),
    onSuccess: onDone,
  });

export const useChangePassword = (onDone: () => void) =>
  useMutation({
    mutationFn: (body: In<typeof changePassword>) => send<void>('/api/password', { method: 'POST', body }),
    onSuccess: onDone,
  });
