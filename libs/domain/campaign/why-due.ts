import { calendarAt } from '../calendar/unit-calendar';
import { addDuration, type Calendar, type ReckonedDate } from '../calendar/working-calendar';
import type { CivilDate } from '../kernel/kernel';
import { liveProblems, type Campaign } from './campaign.state';
import type { StageReckoning } from './campaign.plan';
import type { StageInUse } from './campaign.events';
import { datingOf } from './dating';
import type { Owed } from './owe';
import { owedParts } from './owed';
import type { GivenDate } from './rectification.state';
import { stageOf } from './stages';

type Given = Omit<GivenDate, 'measureId'>;

/** 为什么是这天: the rule by which something is due on its day, and what that rule rests on. */
export type WhyDue = { readonly dueOn: CivilDate; readonly provisional: boolean } & (
  | (Pick<ReckonedDate, 'from' | 'duration' | 'base' | 'roll' | 'rolled'> & {
      readonly rule: 'duration';
      /** Counted so it had passed when it was counted anew: then it is due on the day of that. */
      readonly kept: boolean;
    })
  | {
      readonly rule: 'stageEnd';
      readonly stage: StageInUse;
      readonly startOn: CivilDate;
      readonly length: StageReckoning['length'] | null;
    }
  | { readonly rule: 'own' | 'granted'; readonly dates: readonly Given[] }
);

/** Null where nothing of this key is owed. A duration is counted by the calendar that the date rests on, as it was then. */
export const whyDue = (campaign: Campaign, key: string, calendar: Calendar): WhyDue | null => {
  const owed = owedParts(campaign)
    .flat()
    .find((each) => each.key === key);
  const dated = datingOf(campaign.dated, key);
  if (!owed || !dated) return null;
  const { dueOn, provisional, since, calendarVersion } = dated;
  const { limit } = owed;
  if (!('on' in limit)) {
    const then = calendarAt(calendar, calendarVersion);
    const { date, from, duration, base, roll, rolled } = addDuration(
      then,
      since,
      limit,
      campaign.plan.handlingRoll,
    );
    return { dueOn, provisional, rule: 'duration', from, duration, base, roll, rolled, kept: date === dueOn };
  }
  if (typeof limit.by === 'string')
    return { dueOn, provisional, rule: limit.by, dates: datesOf(campaign, owed) };
  const { stage } = limit.by;
  const { startOn } = stageOf(campaign, stage);
  const length = campaign.plan.stages.find(({ kind }) => kind === stage)?.reckoned?.length ?? null;
  return { dueOn, provisional, rule: 'stageEnd', stage, startOn, length };
};

/** Every day that the problem or measure was given, and why; none for what has no such history. */
const datesOf = (campaign: Campaign, { subject: { type, id, problemId } }: Owed): readonly Given[] => {
  const problem = liveProblems(campaign).find((each) => each.id === (problemId ?? id));
  const of = type === 'measure' ? id : null;
  return (problem?.dates ?? [])
    .filter(({ measureId }) => measureId === of)
    .map(({ dueOn, why, on }) => ({ dueOn, why, on }));
};
