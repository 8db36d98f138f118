import type { Calendar } from '../calendar/calendar.state';
import type { Instant } from '../kernel/kernel';
import { rememberingEach } from '../kernel/remembering-each';
import { rungReckoner, type DatedRung } from '../obligation/ladder';
import type { Obligation } from '../obligation/obligation';
import type { IssuedRung } from './campaign.events';
import type { Campaign } from './campaign.state';
import { datingOf } from './dating';
import { obligationParts } from './obligations';

/**
 * Rungs that have fallen due and were not issued in their obligation's due version. Of several of one obligation the
 * latest is sent, the earlier are recorded as merged.
 */
export const dueRungs = (campaign: Campaign, now: Instant, calendar: Calendar): readonly IssuedRung[] =>
  openLadders(campaign, calendar)
    .filter(({ first }) => first && first.dueAt <= now)
    .flatMap(({ ofEach }) => ofEach)
    .flatMap(({ obligation: { key, dueVersion }, rungs }) => {
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

/** The ladders of one part of what is owed, and the earliest of their rungs. */
export interface OpenLadders {
  readonly ofEach: readonly OpenLadder[];
  readonly first: DatedRung | undefined;
}

/** Many obligations share a due day, which is reckoned once; mostly one part is owed otherwise than a command before. */
export const openLadders = (campaign: Campaign, calendar: Calendar): readonly OpenLadders[] => {
  const { plan } = campaign;
  const parts = obligationParts(campaign);
  // A part is another one where a rung was issued, for that changes a date.
  return ofEach(plan, { items: parts, own: parts, common: [calendar] }, (part) =>
    laddersOf(campaign, part, calendar),
  );
};

type Part = readonly Obligation[];
const ofEach = rememberingEach<Campaign['plan'], Part, Part, OpenLadders>();

const laddersOf = (
  { dated, plan }: Campaign,
  part: readonly Obligation[],
  calendar: Calendar,
): OpenLadders => {
  const reckon = rungReckoner(plan.ladders, calendar);
  const ofEach = part.map((obligation) => {
    const issued = datingOf(dated, obligation.key)?.rungs ?? [];
    return { obligation, rungs: reckon(obligation).filter(({ rung }) => !issued.includes(rung)) };
  });
  return { ofEach, first: earliest(ofEach.flatMap(({ rungs }) => rungs)) };
};

const earliest = (rungs: readonly DatedRung[]): DatedRung | undefined =>
  rungs.reduce<DatedRung | undefined>(
    (first, rung) => (first === undefined || rung.dueAt < first.dueAt ? rung : first),
    undefined,
  );

interface Around {
  /** Fallen due, in no order. */
  readonly fallen: readonly DatedRung[];
  /** The earliest still ahead. */
  readonly next: DatedRung | undefined;
}

/** What has fallen due by a moment and what comes next: of most parts only their first rung is looked at. */
export const rungsAround = (now: Instant, ladders: readonly OpenLadders[]): Around => {
  const fallen: DatedRung[] = [];
  const ahead: DatedRung[] = [];
  for (const { ofEach, first } of ladders) {
    if (first === undefined) continue;
    if (first.dueAt > now) ahead.push(first);
    else
      for (const { rungs } of ofEach)
        for (const rung of rungs) (rung.dueAt > now ? ahead : fallen).push(rung);
  }
  return { fallen, next: earliest(ahead) };
};
