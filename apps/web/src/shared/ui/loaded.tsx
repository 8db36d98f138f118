import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem';
import { NotThere } from './not-there';
import { Pending } from './pending';
import { FailedNote } from './problem-note';

/** What is needed of a reading; several together are one too. */
export type Read<Data> = Pick<UseQueryResult<Data>, 'data' | 'error'> & { readonly refetch: () => unknown };

/** Several readings as one; `data` is what the caller makes of them once all are there. */
export const ofAll = <Data,>(parts: readonly Read<unknown>[], data: Data | undefined): Read<Data> => ({
  data,
  error: parts.find(({ error }) => error)?.error ?? null,
  refetch: () => parts.map(({ refetch }) => refetch()),
});

interface LoadedProps<Data> {
  readonly query: Read<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** The four states of a reading: nothing yet, there, not for this reader, not arrived. Old data stays while asking anew. */
export const Loaded = <Data,>({ query, lines, children }: LoadedProps<Data>) => {
  const { data, error, refetch } = query;
  if (data !== undefined) {
    return (
      <>
        {error ? <FailedNote error={error} retry={() => void refetch()} /> : null}
        {children(data)}
      </>
    );
  }
  if (isProblem(error, 404) || isProblem(error, 403)) return <NotThere />;
  if (error) return <FailedNote error={error} retry={() => void refetch()} />;
  return <Pending {...(lines === undefined ? {} : { lines })} />;
};
