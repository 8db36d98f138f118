import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { accountCreated, createAccount } from '@rectify/contracts';
import { useRef } from 'react';
import { send } from '../../../shared/api/client';
import type { Person } from '../../../shared/api/types';
import { newId } from '../../../shared/lib/new-id';

type NewAccount = (typeof createAccount)['_input'];
export type Account = Person['accounts'][number];
type Created = (typeof accountCreated)['_output'];

/** An account with its person, appointed where asked; or named an administrator, who holds no post. */
export const useNewAccount = (onDone: (account: string) => void) => {
  const client = useQueryClient();
  /** The account that is there already, where only the naming was refused and is asked for again. */
  const made = useRef<Created | null>(null);
  return useMutation({
    mutationFn: async ({ isAdministrator, ...body }: NewAccount & { readonly isAdministrator: boolean }) => {
      if (made.current?.account !== body.account)
        made.current = await send<Created>('/api/accounts', { method: 'POST', body, key: newId() });
      const { personId, account } = made.current;
      if (isAdministrator)
        await send('/api/directories/main/commands/name-administrator', {
          method: 'POST',
          body: { personId },
          key: newId(),
        });
      return account;
    },
    onSuccess: async (account) => {
      made.current = null;
      await client.invalidateQueries({ queryKey: ['work'] });
      onDone(account);
    },
  });
};

/** Ends an account with its sessions and tokens; the posts stay until the directory ends them. */
export const useDisableAccount = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId }: Account) =>
      send<void>(`/api/accounts/${accountId}/disable`, { method: 'POST', key: newId() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
};

/** One more account for somebody who is there. */
export const useAddAccount = (personId: string, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: string) =>
      send<Created>(`/api/people/${personId}/accounts`, { method: 'POST', body: { account }, key: newId() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['work'] });
      onDone();
    },
  });
};
