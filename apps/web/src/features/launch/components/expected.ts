import { addDays, compareDates, type CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { LaunchPreview, Template } from '../../../shared/api/types';
import type { Say } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';

export type Expected = LaunchPreview['owed'][number];
type Aspects = Template['definition']['aspects'];

/** 回答检查项:三会一课 – what is owed, and of which part or stage. */
export const expectedText = ({ kind, subject, stage }: Expected, aspects: Aspects, t: Say): string => {
  const aspect = aspects.find(({ code }) => subject.id === code || subject.id === `${code}-clue`);
  const of = subject.type === 'aspect' && aspect ? aspect.name : t(`stage.${stage}`);
  return t('launch.expected', { act: t(`obligation.${kind}` as MessageKey), of });
};

interface Busiest {
  readonly day: CivilDate;
  readonly count: number;
}

/** How much falls due on each day, and the day with most of it. */
export const countByDay = (owed: readonly Expected[]): ReadonlyMap<CivilDate, number> => {
  const days = new Map<CivilDate, number>();
  for (const { dueOn } of owed) days.set(dueOn, (days.get(dueOn) ?? 0) + 1);
  return days;
};

export const busiest = (days: ReadonlyMap<CivilDate, number>): Busiest | null =>
  [...days].reduce<Busiest | null>(
    (most, [day, count]) => (most === null || count > most.count ? { day, count } : most),
    null,
  );

const WEEK = 7;

/** One message that somebody gets about what they owe. */
export interface Message {
  readonly on: CivilDate;
  readonly about: Expected;
}

/** The first day with a message, and those that come within a week of it, as long as nothing is done. */
export const messagesOf = (owed: readonly Expected[]) => {
  const all = owed
    .flatMap((about) => about.messagesOn.map((on): Message => ({ on, about })))
    .sort((a, b) => compareDates(a.on, b.on));
  const first = all[0]?.on ?? null;
  const until = first && addDays(first, WEEK);
  return { first, firstWeek: until === null ? [] : all.filter(({ on }) => on < until) };
};

/** 2小时10分钟 */
export const durationText = (minutes: number, t: Say): string =>
  minutes < 60
    ? t('launch.minutes', { minutes })
    : t('launch.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** A post of the unit, or of the one above it. */
export const refName = (ref: string, t: Say): string => {
  const [post = '', above] = ref.split('@');
  return above ? t('post.above', { post: postName(post, t) }) : postName(post, t);
};
