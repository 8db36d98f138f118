import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api/client';
import { problemOf } from '../api/problem';
import { queries } from '../api/queries';
import type { Action } from '../api/types';

/** The clocks of server and browser may differ a little, and typing takes a while. */
const MARGIN_MS = 15_000;

/** The password that a signature asks for once the grace has ended; it is kept nowhere but in this card. */
export interface Confirmation {
  readonly isAsked: boolean;
  readonly password: string;
  readonly setPassword: (password: string) => void;
}

export const useConfirmation = (action: Action, refusal: Error | null) => {
  const client = useQueryClient();
  const until = useQuery(queries.me()).data?.confirmedUntil ?? null;
  const [opened] = useState(Date.now);
  const [password, setPassword] = useState('');
  const isOver = until === null || Date.parse(until) < opened + MARGIN_MS;
  const isRefused =
    refusal !== null && ['REAUTH_REQUIRED', 'WRONG_CREDENTIALS'].includes(problemOf(refusal).code);
  const isAsked = action.reauth && (isOver || isRefused);
  /** Before the command itself: proves who is there, where that is asked. */
  const confirm = async (): Promise<void> => {
    if (!isAsked || password === '') return;
    await send<void>('/api/session/confirm', { method: 'POST', body: { password } });
    setPassword('');
    await client.invalidateQueries({ queryKey: queries.me().queryKey });
  };
  return { confirmation: { isAsked, password, setPassword } satisfies Confirmation, confirm };
};
