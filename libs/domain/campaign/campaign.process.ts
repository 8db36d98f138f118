import { civilDateOf, instantAt } from '../calendar/civil-date';
import type { Calendar } from '../calendar/calendar.state';
import type { CivilDate, Instant } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import { rungReckoner, type DatedRung } from '../obligation/ladder';
import type { Obligation } from '../obligation/obligation';
import type { IssuedRung, StageInUse } from './campaign.events';
import type { Campaign } from './campaign.state';
import { obligations } from './obligations';
import { recomputation } from './recompute';
import { currentStage, opensOn } from './stages';

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
  const { inTime } = openLadders(campaign, calendar);
  const ahead = inTime.findIndex(({ dueAt }) => dueAt > now);
  const fallen = ahead < 0 ? inTime : inTime.slice(0, ahead);
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
    wake: nextWake(campaign, inTime[ahead], now),
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
  openLadders(campaign, calendar).ofEach.flatMap(({ obligation: { key, dueVersion }, rungs }) => {
    const fallen = rungs.filter(({ dueAt }) => dueAt <= now);
    return fallen.map(({ rung, on }, index) => {
      const merged = index < fallen.length - 1;
      return { key, dueVersion, rung, merged, on };
    });
  });

/** What is still to be issued for one obligation, fallen due or not, in the order of its days. */
interface OpenLadder {
  readonly obligation: Obligation;
  readonly rungs: readonly DatedRung[];
}

interface OpenLadders {
  readonly ofEach: readonly OpenLadder[];
  /** All their rungs, the earliest first. */
  readonly inTime: readonly DatedRung[];
}

/** Many obligations share a due day, which is reckoned once; mostly nothing is owed otherwise than a command before. */
const openLadders = (campaign: Campaign, calendar: Calendar): OpenLadders => {
  const { dated, plan } = campaign;
  const open = obligations(campaign);
  return ladders(open, [dated, plan.ladders, calendar], () => {
    const reckon = rungReckoner(plan.ladders, calendar);
    const ofEach = open.map((obligation) => {
      const issued = dated[obligation.key]?.rungs ?? [];
      return { obligation, rungs: reckon(obligation).filter(({ rung }) => !issued.includes(rung)) };
    });
    const inTime = ofEach.flatMap(({ rungs }) => rungs);
    return { ofEach, inTime: inTime.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0)) };
  });
};

const ladders = remembering<readonly Obligation[], OpenLadders>();

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
  const counts = new Map<string, number>();
  const inOrder = [...rungs].sort((a, b) => a.at - b.at);
  for (const { rung } of inOrder) counts.set(rung, (counts.get(rung) ?? 0) + 1);
  return [...counts].map(([rung, count]) => `${rung} x${count}`).join(' ');
};
