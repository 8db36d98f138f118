import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../shared/api/queries';
import { keepLanguage } from '../shared/i18n/i18n';
import { setPreferenceOwner } from '../shared/lib/preference';

/** At a desk that several share, each meets their own size, colours and language again. */
export const useOwnPreferences = (): void => {
  const personId = useQuery({ ...queries.me(), enabled: false }).data?.personId;
  useEffect(() => {
    if (personId === undefined) return;
    setPreferenceOwner(personId);
    void keepLanguage();
  }, [personId]);
};
