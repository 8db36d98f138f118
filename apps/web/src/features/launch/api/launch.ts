import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { launchCampaign } from '@rectify/contracts';
import { useState } from 'react';
import { send } from '../../../shared/api/client';
import { queries } from '../../../shared/api/queries';
import type { Campaign, CommandAccepted } from '../../../shared/api/types';
import { newId } from '../../../shared/lib/new-id';

type Launch = (typeof launchCampaign)['_input'];

/** Launches once for the whole visit of the page, and answers the campaign that came of it. */
export const useLaunch = (onDone: (campaign: Campaign) => void) => {
  const [key] = useState(newId);
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (launch: Launch) => {
      const { id } = await send<CommandAccepted>('/api/campaigns', { method: 'POST', body: launch, key });
      await client.invalidateQueries({ queryKey: ['work'] });
      return client.fetchQuery(queries.campaign(id));
    },
    onSuccess: onDone,
  });
};
