import type { Bell } from './bell';
import type { CampaignRef, DeedRequest, Ending, Outlook, Superseded } from './contract';

/** What the performance needs of whoever gives it a stage: Temporal in earnest, the simulation of the tests. */
export interface CampaignStage {
  readonly bell: Bell;
  /** Asks the log for as long as it takes. */
  readonly ask: () => Promise<Outlook | Superseded>;
  /** How many facts a deed wrote, 0 where it could not be done now; never fails. */
  readonly perform: (deed: DeedRequest, label: string) => Promise<number>;
  /** For whoever looks on; nothing reads it back. */
  readonly show: (seen: Outlook) => void;
  /** Whether so much has happened that a new run should go on. */
  readonly isLong: () => boolean;
  /** Goes on as a new run, with the reference only; never answers. */
  readonly again: () => Promise<unknown>;
}

/**
 * A campaign's performance: it lives the stages one after the other, each until the log says that the campaign stands
 * elsewhere. It decides nothing and holds no fact; ended, wiped or started anew it goes on where the log stands.
 */
export const liveCampaign = async (
  ref: CampaignRef,
  { bell, ask, perform, show, isLong, again }: CampaignStage,
): Promise<Ending> => {
  let at = await look();
  while (isOnTheRoad(at)) at = await live(at);
  if (at === 'superseded') return at;
  // Rung while leaving: somebody has reopened it, or has done something that this look has not seen.
  if (bell.isRung()) await again();
  return 'over';

  /** One stage, until the log says that the campaign stands in another. */
  async function live(opening: Outlook): Promise<Outlook | Superseded> {
    for (let now: Outlook | Superseded = opening; ; now = await look()) {
      if (!isOnTheRoad(now) || now.stage !== opening.stage) return now;
      if ((await performDue(now)) === 0) await bell.orAfter(now.wake);
    }
  }

  async function look(): Promise<Outlook | Superseded> {
    if (isLong()) await again();
    bell.clear();
    const seen = await ask();
    if (seen !== 'superseded') show(seen);
    return seen;
  }

  /** One deed a kind and look. What wrote no fact is not tried again before the bell or the next moment: never spin. */
  async function performDue({ due, version }: Outlook): Promise<number> {
    let facts = 0;
    for (const { kind, label } of due) facts += await perform({ ...ref, kind, seenVersion: version }, label);
    return facts;
  }
};

/** Whether the campaign has anything to wait for: somebody who owes something, or a date ahead. */
const isOnTheRoad = (seen: Outlook | Superseded): seen is Outlook =>
  seen !== 'superseded' && (seen.stage !== 'over' || seen.due.length > 0 || seen.wake !== null);
