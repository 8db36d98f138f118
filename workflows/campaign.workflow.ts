import { defineSearchAttributeKey } from '@temporalio/common';
import { continueAsNew, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { ask, deeds, orNothing } from './asking';
import { hangBell } from './bell';
import { STAGE_ATTRIBUTE, type CampaignRef, type Ending, type Outlook, type Superseded } from './contract';

const stageKey = defineSearchAttributeKey(STAGE_ATTRIBUTE, 'KEYWORD');

/**
 * A campaign's performance: it lives the stages one after the other, each until the log says that the campaign stands
 * elsewhere. It decides nothing and holds no fact; ended, wiped or started anew it goes on where the log stands.
 */
export async function campaign(ref: CampaignRef): Promise<Ending> {
  const bell = hangBell();
  let shown = '';

  let at = await look();
  while (isOnTheRoad(at)) at = await live(at);
  if (at === 'superseded') return at;
  // Rung while leaving: somebody has reopened it, or has done something that this look has not seen.
  if (bell.isRung()) await continueAsNew<typeof campaign>(ref);
  return 'over';

  /** One stage, until the log says that the campaign stands in another. */
  async function live(opening: Outlook): Promise<Outlook | Superseded> {
    for (let now: Outlook | Superseded = opening; ; now = await look()) {
      if (!isOnTheRoad(now) || now.stage !== opening.stage) return now;
      if ((await perform(now)) === 0) await bell.orAfter(now.wake);
    }
  }

  async function look(): Promise<Outlook | Superseded> {
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof campaign>(ref);
    bell.clear();
    const seen = await ask((whom) => whom.look.executeWithOptions({ summary: 'look' }, [ref]));
    if (seen !== 'superseded') show(seen);
    return seen;
  }

  /** One deed a kind and look. What wrote no fact is not tried again before the bell or the next moment: never spin. */
  async function perform({ due, version }: Outlook): Promise<number> {
    let facts = 0;
    for (const { kind, label } of due) {
      const deed = { ...ref, kind, seenVersion: version };
      facts += await orNothing(deeds.perform.executeWithOptions({ summary: label }, [deed]));
    }
    return facts;
  }

  /** For whoever looks at Temporal; nothing reads it back. */
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

/** Whether the campaign has anything to wait for: somebody who owes something, or a date ahead. */
const isOnTheRoad = (seen: Outlook | Superseded): seen is Outlook =>
  seen !== 'superseded' && (seen.stage !== 'over' || seen.due.length > 0 || seen.wake !== null);
