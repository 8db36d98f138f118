import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CivilDate, Id, PersonId } from '@rectify/domain';
import { useDeferredValue } from 'react';
import { isProblem } from '../api/problem';
import { queries } from '../api/queries';
import type { Problem } from '../api/types';
import type { Read } from '../ui/loaded';

type Readings = readonly UseQueryResult<readonly Problem[]>[];

/** A campaign that was not there yet on that day has no rows. */
const isNone = (error: unknown): boolean => isProblem(error, 404);

const together = (readings: Readings): Read<readonly Problem[]> => {
  const isThere = readings.every(({ data, error }) => data !== undefined || isNone(error));
  return {
    data: isThere ? readings.flatMap(({ data }) => data ?? []) : undefined,
    error: readings.map(({ error }) => error).find((error) => error && !isNone(error)) ?? null,
    refetch: () => void readings.map(({ refetch }) => refetch()),
  };
};

export interface LedgerRead extends Read<readonly Problem[]> {
  /** The rows that the whole begins with, while it is not there yet. */
  readonly first: readonly Problem[] | undefined;
}

/**
 * The problems of several campaigns, each read under its own scope, as one ledger; now or as of a day. The first rows of
 * the first campaign are asked for alone: they are what is in sight.
 */
export const useLedger = (ids: readonly Id[], asOf: CivilDate | undefined): LedgerRead => {
  const [leading = ''] = ids;
  const isAsked = leading !== '';
  const lead = useQuery({ ...queries.problems(leading, asOf), enabled: isAsked });
  const early = useQuery(queries.firstProblems(leading, asOf)).data;
  const first = lead.data ?? early;
  // Once the first rows are painted: to ask for so many takes a while too.
  const isBegun = useDeferredValue(first !== undefined || lead.isError);
  const whole = useQueries({
    queries: ids.map((id) => ({ ...queries.problems(id, asOf), enabled: isBegun || id === leading })),
    combine: together,
  });
  return { ...whole, first };
};

export const useMyId = (): PersonId | null => useQuery(queries.me()).data?.personId ?? null;
