import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportPreview } from '@rectify/contracts';
import { send } from '../../../shared/api/client';
import { newId } from '../../../shared/lib/new-id';

/** A file as it was read: whether it holds, the server says. */
export type OrganisationFile = Readonly<Record<string, unknown>>;

const DIRECTORY = '/api/directories/main';

/** What would become of the file, as things stand now. It writes nothing. */
export const useImportPreview = (file: OrganisationFile) =>
  useQuery({
    queryKey: ['work', 'import', file],
    queryFn: ({ signal }) =>
      send<ImportPreview>(`${DIRECTORY}/previews/import-organisation`, {
        method: 'POST',
        body: file,
        signal,
      }),
    retry: false,
    gcTime: 0,
  });

export const useImport = (onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    meta: { work: 'import.title' },
    mutationFn: (file: OrganisationFile) =>
      send<unknown>(`${DIRECTORY}/commands/import-organisation`, {
        method: 'POST',
        body: file,
        key: newId(),
      }),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['work'] });
    },
  });
};
