import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CivilDate, Id, PersonId } from '@rectify/domain';
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

/** The problems of several campaigns, each read under its own scope, as one ledger; now or as of a day. */
export const useLedger = (ids: readonly Id[], asOf: CivilDate | undefined): Read<readonly Problem[]> =>
  useQueries({ queries: ids.map((id) => queries.problems(id, asOf)), combine: together });

export const useMyId = (): PersonId | null => useQuery(queries.me()).data?.personId ?? null;
