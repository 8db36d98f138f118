import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries';
import type { Obligation } from '../api/types';

/** The obligation with its aspect's name: an obligation itself knows the aspect's code only. */
export const useNamed = (obligation: Obligation): Obligation => {
  const { subject, campaign } = obligation;
  const isAspect = subject.type === 'aspect' && subject.title === undefined;
  const aspects =
    useQuery({ ...queries.campaign(campaign?.id ?? ''), enabled: isAspect }).data?.aspects ?? [];
  const aspect = isAspect ? aspects.find(({ code }) => code === subject.id.replace('-clue', '')) : undefined;
  return aspect ? { ...obligation, subject: { ...subject, title: aspect.name } } : obligation;
};
