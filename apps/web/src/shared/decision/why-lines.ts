import type { CivilDate } from '@rectify/domain';
import type { WhyDue } from '../api/types';
import { longDay, shortDay } from '../dates/format';
import type { Say } from '../i18n/use-text';

type Counted = Extract<WhyDue, { rule: 'duration' }>;
type Given = Extract<WhyDue, { rule: 'own' | 'granted' }>;

const lengthOf = ({ n, unit }: Counted['duration'], t: Say): string => t(`why.length.${unit}`, { count: n });

const rollOf = (roll: Counted['roll'], t: Say): string =>
  typeof roll === 'object' ? t('why.roll.nth', { count: roll.nthAfterHoliday }) : t(`why.roll.${roll}`);

/** Rule, base day, roll, result. */
const counted = (why: Counted, today: CivilDate, t: Say): string[] => [
  t('why.rule', { length: lengthOf(why.duration, t) }),
  t('why.base', { from: shortDay(why.from, today, t), day: longDay(why.base, today, t) }),
  why.rolled === 'none' ? t('why.noRoll') : t('why.rolled', { rule: rollOf(why.roll, t) }),
  ...(why.kept ? [] : [t('why.anew')]),
];

const given = ({ rule, dates }: Given, today: CivilDate, t: Say): string[] =>
  dates.length === 0
    ? [t(rule === 'granted' ? 'why.granted' : 'why.own')]
    : dates.map(({ on, why, dueOn }) =>
        t('why.given', {
          on: shortDay(on, today, t),
          why: t(`dateWhy.${why}`),
          day: shortDay(dueOn, today, t),
        }),
      );

/** 为什么是这天, line by line; the last is the result. */
export const whyLines = (why: WhyDue, today: CivilDate, t: Say): string[] => {
  const result = [
    t('why.result', { day: longDay(why.dueOn, today, t) }),
    ...(why.provisional ? [t('todo.provisional')] : []),
  ];
  switch (why.rule) {
    case 'duration':
      return [...counted(why, today, t), ...result];
    case 'stageEnd':
      return [
        t('why.stageEnd', { stage: t(`stage.${why.stage}`) }),
        ...(why.length
          ? [t('why.stageLength', { from: shortDay(why.startOn, today, t), length: lengthOf(why.length, t) })]
          : []),
        ...result,
      ];
    case 'own':
    case 'granted':
      return [...given(why, today, t), ...result];
    case 'fixed':
      return [t('why.fixed'), ...result];
  }
};
