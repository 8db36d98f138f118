import { obligations, type Campaign, type EventData } from '@rectify/domain';
import type { Line } from './line';

/** A line a moved stage and obligation, with why; one more for those of which only the mark of a guess has gone. */
export const recomputedLines = (
  before: Campaign,
  { because, days, calendar, stages, obligations: moved }: EventData<'DatesRecomputed'>,
): readonly Line[] => {
  const why = {
    because: { years: because.years.map((year) => ({ ...year })), units: [...because.units] },
    calendar: { ...calendar },
  };
  const owed = new Map(obligations(before).map((obligation) => [obligation.key, obligation]));
  const official =
    stages.filter(({ from, to }) => from.startOn === to.startOn && from.endOn === to.endOn).length +
    moved.filter(({ from, to }) => from.dueOn === to.dueOn).length;
  return [
    ...stages
      .filter(({ from, to }) => from.startOn !== to.startOn || from.endOn !== to.endOn)
      .map(({ stage, from, to }) => ({
        subject: {
          ...why,
          what: 'stage',
          stage,
          from: { ...from },
          to: { ...to },
          days: within(days, from, to),
        },
      })),
    ...moved
      .filter(({ from, to }) => from.dueOn !== to.dueOn)
      .map(({ key, from, to, dueVersion, counted }) => {
        const { kind, subject } = owed.get(key) ?? { kind: null, subject: null };
        return {
          ...(subject?.problemId === undefined ? {} : { problemId: subject.problemId }),
          subject: {
            ...why,
            ...{ what: 'obligation', key, kind, dueVersion, of: subject && { ...subject } },
            ...{ counted: counted && { ...counted, roll: rollText(counted.roll) } },
            ...{ from: { ...from }, to: { ...to } },
            days: within(
              days,
              { startOn: from.since, endOn: from.dueOn },
              { startOn: to.since, endOn: to.dueOn },
            ),
          },
        };
      }),
    ...(official === 0 ? [] : [{ subject: { ...why, what: 'official', count: official } }]),
  ];
};

type Days = EventData<'DatesRecomputed'>['days'];
interface Window {
  readonly startOn: string;
  readonly endOn: string;
}

/** The changed days that lie between the first and the last day of what moved. */
const within = (days: Days, from: Window, to: Window) => {
  const first = from.startOn < to.startOn ? from.startOn : to.startOn;
  const last = from.endOn > to.endOn ? from.endOn : to.endOn;
  return days.filter(({ date }) => first <= date && date <= last).map((day) => ({ ...day }));
};

const rollText = (roll: string | { readonly nthAfterHoliday: number }): string =>
  typeof roll === 'string' ? roll : `nthAfterHoliday ${roll.nthAfterHoliday}`;
