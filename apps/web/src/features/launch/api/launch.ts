import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { launchCampaign } from '@rectify/contracts';
import { send } from '../../../shared/api/client';
import { queries } from '../../../shared/api/queries';
import type { Campaign, CommandAccepted, LaunchPreview } from '../../../shared/api/types';
import { forgetLaunchDraft, type LaunchDraft } from '../../../shared/launch/launch-draft';

type Launch = (typeof launchCampaign)['_input'];

const launchOf = ({ template, unitId, startOn, leaveOut, spreadAnswers }: LaunchDraft): Launch | null =>
  template === null || unitId === null
    ? null
    : {
        ...{ template, unitId },
        ...(startOn === null ? {} : { startOn }),
        ...(leaveOut.length === 0 ? {} : { leaveOut: [...leaveOut] }),
        ...(spreadAnswers ? { spreadAnswers } : {}),
      };

/**
 * What the launch of this draft would set going, by the domain's own reckoning. While another first day or stage of the
 * same launch is reckoned what was there stays, and whoever pressed a button in it keeps their place.
 */
export const launchPreviewQuery = (draft: LaunchDraft) => {
  const body = launchOf(draft);
  return queryOptions({
    queryKey: ['work', 'launch-preview', body] as const,
    enabled: body !== null,
    queryFn: ({ signal }) =>
      send<LaunchPreview>('/api/previews/launch-campaign', { method: 'POST', body, signal }),
    placeholderData: (shown, of) => {
      const before = of?.queryKey[2];
      return before?.template === body?.template && before?.unitId === body?.unitId ? shown : undefined;
    },
  });
};

/**
 * Launches once for a draft, and answers the campaign that came of it: to whoever still looks at the draft, for whoever has
 * gone elsewhere meanwhile stays there. The draft is over in either case.
 */
export const useLaunch = (draft: LaunchDraft, onDone: (campaign: Campaign) => void) => {
  const client = useQueryClient();
  const { mutate, ...launch } = useMutation({
    meta: { work: 'command.LaunchCampaign' },
    mutationFn: async () => {
      const body = { ...launchOf(draft), campaignId: draft.id };
      const { id } = await send<CommandAccepted>('/api/campaigns', { method: 'POST', body, key: draft.id });
      await client.invalidateQueries({ queryKey: ['work'] });
      return client.fetchQuery(queries.campaign(id));
    },
    onSuccess: forgetLaunchDraft,
  });
  return { ...launch, press: () => mutate(undefined, { onSuccess: onDone }) };
};
