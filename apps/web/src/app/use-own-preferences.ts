import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useChoose } from '../shared/api/preferences';
import { queries } from '../shared/api/queries';
import { keepLanguage } from '../shared/i18n/i18n';
import { onChosen, setPreferenceOwner } from '../shared/lib/preference';

/**
 * Everybody meets their own size, colours and language again, at a desk that several share and at another desk. Where the
 * server cannot be reached a choice holds in this browser, and until the next one is made nowhere else.
 */
export const useOwnPreferences = (): void => {
  const me = useQuery({ ...queries.me(), enabled: false }).data;
  const { mutate } = useChoose();
  const personId = me?.personId;
  const brought = me?.preferences;
  useEffect(() => {
    if (personId === undefined || brought === undefined) return;
    setPreferenceOwner(personId, brought);
    void keepLanguage();
  }, [personId, brought]);
  useEffect(() => onChosen((name, value) => mutate({ [name]: value })), [mutate]);
};
