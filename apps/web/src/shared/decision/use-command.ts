import type { MessageKey } from '@rectify/i18n';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api/client';
import type { Action, CommandAccepted } from '../api/types';
import { newId } from '../lib/new-id';

/**
 * Sends an action under one key for the whole opening of a card, so that pressing twice, or again after a lost answer, is
 * one effect. What a command may have changed is read anew before it counts as done.
 */
export const useCommand = (action: Action, before: () => Promise<void>, onDone: () => void) => {
  const [key] = useState(newId);
  const client = useQueryClient();
  return useMutation({
    meta: { work: `command.${action.command}` as MessageKey },
    mutationFn: async (values: Readonly<Record<string, unknown>>) => {
      await before();
      return send<CommandAccepted>(action.path, {
        method: action.method,
        body: { ...action.defaults, ...values },
        key,
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['work'] });
      onDone();
    },
  });
};
