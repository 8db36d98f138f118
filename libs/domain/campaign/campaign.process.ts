import { civilDateOf, instantAt } from '../calendar/civil-date';
import type { Calendar } from '../calendar/calendar.state';
import type { CivilDate, Instant } from '../kernel/kernel';
import { rungsOf, type DatedRung } from '../obligation/ladder';
import type { Obligation } from '../obligation/obligation';
import type { IssuedRung, StageInUse } from './campaign.events';
import type { Campaign } from './campaign.state';
import { obligations } from './obligations';
import { currentStage, opensOn } from './stages';

/** A deed that is due: performing it decides again from the log what is due and writes it. No payload. */
export interface Deed {
  readonly kind: 'openStage' | 'remind';
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
  const rungs = dueRungs(campaign, now, calendar);
  const due: Deed[] = [];
  if (opening.length > 0) due.push({ kind: 'openStage', label: `openStage ${opening.join(' ')}` });
  if (rungs.length > 0) due.push({ kind: 'remind', label: `remind ${tally(rungs)}` });
  return {
    stage: currentStage(campaign)?.kind ?? 'over',
    road,
    due,
    wake: nextWake(campaign, now, calendar),
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

/**
 * Rungs that have fallen due and were not issued in their obligation's due version. Of several of one obligation the
 * latest is sent, the earlier are recorded as merged.
 */
export const dueRungs = (campaign: Campaign, now: Instant, calendar: Calendar): readonly IssuedRung[] =>
  obligations(campaign).flatMap((obligation) => {
    const due = unissued(campaign, obligation, calendar).filter(({ dueAt }) => dueAt <= now);
    return due.map(({ rung, on }, index) => ({
      key: obligation.key,
      dueVersion: obligation.dueVersion,
      rung,
      merged: index < due.length - 1,
      on,
    }));
  });

const unissued = (campaign: Campaign, obligation: Obligation, calendar: Calendar): readonly DatedRung[] => {
  const issued = campaign.dated[obligation.key]?.rungs ?? [];
  return rungsOf(campaign.plan.ladders, obligation, calendar).filter(({ rung }) => !issued.includes(rung));
};

const nextWake = (campaign: Campaign, now: Instant, calendar: Calendar): Agenda['wake'] => {
  let next: Agenda['wake'] = null;
  const offer = (at: Instant, label: string): void => {
    if (at > now && (next === null || at < next.at)) next = { at, label };
  };
  for (const { kind, closed, announcedOn } of campaign.stages) {
    const from = opensOn(campaign, kind);
    if (closed === null && announcedOn === null && from !== null)
      offer(instantAt(from, '00:00'), `open ${kind}`);
  }
  for (const obligation of obligations(campaign)) {
    for (const { rung, dueAt } of unissued(campaign, obligation, calendar)) offer(dueAt, `rung ${rung}`);
  }
  return next;
};

/** `T-3 x4 T+1 x1`, in the order of the ladder's days. */
const tally = (rungs: readonly IssuedRung[]): string => {
  const counts = new Map<string, number>();
  for (const { rung } of rungs) counts.set(rung, (counts.get(rung) ?? 0) + 1);
  return [...counts].map(([rung, count]) => `${rung} x${count}`).join(' ');
};
