import { useQuery } from '@tanstack/react-query';
import { civilDateOf, type CivilDate } from '@rectify/domain';
import { queries } from '../api/queries';

/** The civil day by the installation's clock, never by the browser's. */
export const useToday = (): CivilDate => {
  const { data } = useQuery(queries.clock());
  return data?.today ?? civilDateOf(new Date().toISOString());
};
