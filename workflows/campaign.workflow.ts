import { defineSearchAttributeKey } from '@temporalio/common';
import { continueAsNew, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { ask, deeds, orNothing } from './asking';
import { hangBell } from './bell';
import { liveCampaign } from './campaign.loop';
import { STAGE_ATTRIBUTE, type CampaignRef, type Ending, type Outlook } from './contract';
import { tower } from './tower';

const stageKey = defineSearchAttributeKey(STAGE_ATTRIBUTE, 'KEYWORD');

/** A campaign's performance on Temporal: the loop is `campaign.loop.ts`, here are its asking, its deeds and its timer. */
export async function campaign(ref: CampaignRef): Promise<Ending> {
  let shown = '';
  return liveCampaign(ref, {
    bell: hangBell(tower),
    ask: () => ask((whom) => whom.look.executeWithOptions({ summary: 'look' }, [ref])),
    perform: (deed, label) => orNothing(deeds.perform.executeWithOptions({ summary: label }, [deed])),
    show,
    isLong: () => workflowInfo().continueAsNewSuggested,
    again: () => continueAsNew<typeof campaign>(ref),
  });

  function show({ stage, road, due, wake }: Outlook): void {
    if (stage !== shown) upsertSearchAttributes([{ key: stageKey, value: stage }]);
    shown = stage;
    const lines = [
      `road: ${road.map((part) => `${part.stage} ${part.is}`).join(', ')}`,
      `due: ${due.map(({ label }) => label).join(', ') || 'nothing'}`,
      `next: the bell${wake === null ? '' : `, or ${wake.label}`}`,
    ];
    setCurrentDetails(lines.join('\n'));
  }
}
