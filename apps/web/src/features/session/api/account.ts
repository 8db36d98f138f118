import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { createToken, resetStarted, tokenCreated, totpBegun, totpConfirmed } from '@rectify/contracts';
import { send } from '../../../shared/api/client';
import { queries } from '../../../shared/api/queries';

type In<Schema extends { readonly _input: unknown }> = Schema['_input'];
type Out<Schema extends { readonly _output: unknown }> = Schema['_output'];

interface Change {
  readonly path: string;
  readonly method?: 'POST' | 'DELETE';
  readonly body?: unknown;
  /** The password, where the change counts as a signature. */
  readonly password?: string;
}

/** A change of how one signs in. The password goes first where it is given: then the change itself. */
export const useOwnChange = <Answer = void>() => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ path, method = 'POST', body, password }: Change) => {
      if (password !== undefined)
        await send<void>('/api/session/confirm', { method: 'POST', body: { password } });
      return send<Answer>(path, { method, ...(body === undefined ? {} : { body }) });
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['own'] });
      await client.invalidateQueries({ queryKey: queries.me().queryKey });
    },
  });
};

export type NewToken = In<typeof createToken>;
export type MadeToken = Out<typeof tokenCreated>;
export type StartedReset = Out<typeof resetStarted>;
export type BegunTotp = Out<typeof totpBegun>;
export type ConfirmedTotp = Out<typeof totpConfirmed>;
