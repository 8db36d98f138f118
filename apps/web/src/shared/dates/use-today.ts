import { useQuery } from '@tanstack/react-query';
import { civilDateOf, type CivilDate } from '@rectify/domain';
import { queries } from '../api/queries';
import { useAsOf } from '../as-of/as-of';

/** The civil day by the installation's clock, never by the browser's. */
export const useClockDay = (): CivilDate => {
  const { data } = useQuery(queries.clock());
  return data?.today ?? civilDateOf(new Date().toISOString());
};

/** The day by which a page reckons: a page of a day that is over shows its lights as they stood then. */
export const useToday = (): CivilDate => {
  const today = useClockDay();
  return useAsOf() ?? today;
};
