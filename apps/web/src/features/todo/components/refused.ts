import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

/** One that was not taken with the others, and why. */
export interface Refused {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

const without = (refused: readonly Refused[], id: string): readonly Refused[] =>
  refused.filter((each) => each.id !== id);

const NONE: readonly Refused[] = [];
const KEY = ['batch', 'refused'] as const;

/** What was refused waits for the reader, also where they left the list meanwhile: until it is put away, or done after all. */
export const useRefused = () => {
  const client = useQueryClient();
  const refused =
    useQuery<readonly Refused[]>({ queryKey: KEY, queryFn: skipToken, gcTime: Infinity }).data ?? NONE;
  const told = useMemo(() => {
    const change = (to: (before: readonly Refused[]) => readonly Refused[]) =>
      client.setQueryData<readonly Refused[]>(KEY, (before = NONE) => to(before));
    return {
      keep: (one: Refused) => change((before) => [...without(before, one.id), one]),
      settle: (id: string) => change((before) => without(before, id)),
      putAway: () => change(() => NONE),
    };
  }, [client]);
  return { refused, ...told };
};
