import { civilDateOf, instantAt } from '../calendar/civil-date';
import type { Calendar } from '../calendar/calendar.state';
import type { CivilDate, Instant } from '../kernel/kernel';
import type { DatedRung } from '../obligation/ladder';
import type { StageInUse } from './campaign.events';
import type { Campaign } from './campaign.state';
import { openLadders, rungsAround } from './open-ladders';
import { recomputation } from './recompute';
import { currentStage, opensOn } from './stages';

export { dueRungs } from './open-ladders';

/** A deed that is due: performing it decides again from the log what is due and writes it. No payload. */
export interface Deed {
  readonly kind: 'recompute' | 'openStage' | 'remind';
  /** ASCII, with its count: `remind T-3 x4`. */
  readonly label: string;
}

/** What the campaign's process is to do, and when to look again. */
export interface Agenda {
  /** The earliest stage not yet closed; `over` when the campaign is signed off or withdrawn. */
  readonly stage: StageInUse | 'over';
  readonly road: readonly { readonly stage: StageInUse; readonly is: 'closed' | 'open' | 'ahead' }[];
  readonly due: readonly Deed[];
  /** The next moment at which something falls due by time alone; null: only a command brings the next. */
  readonly wake: { readonly at: Instant; readonly label: string } | null;
}

/** The process of a campaign, one pure function: what is due now and when next to look. */
export const react = (campaign: Campaign, now: Instant, calendar: Calendar): Agenda => {
  const today = civilDateOf(now);
  const road = campaign.stages.map(({ kind, closed }) => ({
    stage: kind,
    is: closed ? ('closed' as const) : isOpen(campaign, kind, today) ? ('open' as const) : ('ahead' as const),
  }));
  if (campaign.status !== 'open') return { stage: 'over', road, due: [], wake: null };
  const opening = unannouncedStages(campaign, today);
  const { fallen, next } = rungsAround(now, openLadders(campaign, calendar));
  const due: Deed[] = [];
  const moved = recomputation(campaign, calendar, today);
  // First: what is reminded of has its right date then.
  if (moved)
    due.push({ kind: 'recompute', label: `recompute x${moved.stages.length + moved.obligations.length}` });
  if (opening.length > 0) due.push({ kind: 'openStage', label: `openStage ${opening.join(' ')}` });
  if (fallen.length > 0) due.push({ kind: 'remind', label: `remind ${tally(fallen)}` });
  return {
    stage: currentStage(campaign)?.kind ?? 'over',
    road,
    due,
    wake: nextWake(campaign, next, now),
  };
};

const isOpen = (campaign: Campaign, kind: StageInUse, today: CivilDate): boolean => {
  const from = opensOn(campaign, kind);
  return from !== null && from <= today;
};

/** Stages that are open and were not announced. */
export const unannouncedStages = (campaign: Campaign, today: CivilDate): readonly StageInUse[] =>
  campaign.stages
    .filter(
      ({ kind, closed, announcedOn }) =>
        closed === null && announcedOn === null && isOpen(campaign, kind, today),
    )
    .map(({ kind }) => kind);

const nextWake = (campaign: Campaign, rung: DatedRung | undefined, now: Instant): Agenda['wake'] => {
  let next: Agenda['wake'] = null;
  const offer = (at: Instant, label: string): void => {
    if (at > now && (next === null || at < next.at)) next = { at, label };
  };
  for (const { kind, closed, announcedOn } of campaign.stages) {
    const from = opensOn(campaign, kind);
    if (closed === null && announcedOn === null && from !== null)
      offer(instantAt(from, '00:00'), `open ${kind}`);
  }
  if (rung) offer(rung.dueAt, `rung ${rung.rung}`);
  return next;
};

/** `T-3 x4 T+1 x1`, in the order of the ladder's days. */
const tally = (rungs: readonly DatedRung[]): string => {
  const counts = new Map<string, { at: number; count: number }>();
  for (const { rung, at } of rungs) {
    const known = counts.get(rung);
    if (known === undefined) counts.set(rung, { at, count: 1 });
    else known.count += 1;
  }
  return [...counts]
    .sort(([, a], [, b]) => a.at - b.at)
    .map(([rung, { count }]) => `${rung} x${count}`)
    .join(' ');
};
