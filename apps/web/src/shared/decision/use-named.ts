import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries';
import type { Obligation } from '../api/types';
import { useText } from '../i18n/use-text';
import { campaignTitle } from './matter';

/** The obligation with its aspect's name and its campaign's in the reader's language: it knows the code and one title. */
export const useNamed = (obligation: Obligation): Obligation => {
  const words = useText();
  const { subject, campaign } = obligation;
  const isAspect = subject.type === 'aspect' && subject.title === undefined;
  const aspects =
    useQuery({ ...queries.campaign(campaign?.id ?? ''), enabled: isAspect }).data?.aspects ?? [];
  const aspect = isAspect ? aspects.find(({ code }) => code === subject.id.replace('-clue', '')) : undefined;
  const isForeign = words.language === 'en' && campaign !== null;
  const listed = useQuery({ ...queries.campaigns(), enabled: isForeign }).data;
  const known = isForeign ? listed?.find(({ id }) => id === campaign.id) : undefined;
  return {
    ...obligation,
    ...(aspect && { subject: { ...subject, title: aspect.name } }),
    ...(campaign && known && { campaign: { ...campaign, title: campaignTitle(known, words) } }),
  };
};
