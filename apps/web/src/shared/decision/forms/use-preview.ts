import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { send } from '../../api/client';

/** What a command would change, asked with the very body that would do it, as soon as the body is whole. Nothing is written. */
export const usePreview = <Answer>(path: string, body: object | null) =>
  useQuery({
    queryKey: ['preview', path, body],
    queryFn: ({ signal }) => send<Answer>(path, { method: 'POST', body, signal }),
    enabled: body !== null,
    retry: false,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
