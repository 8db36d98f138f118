import type { Instant } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { LaunchPreview, Template } from '../../../shared/api/types';
import type { Say } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';

export type Expected = LaunchPreview['owed'][number];
export type Matter = Pick<Expected, 'kind' | 'subject' | 'stage' | 'dueOn'>;
type Aspects = Template['definition']['aspects'];

/** 回答检查项:三会一课 – what is owed, and of which part or stage. */
export const expectedText = ({ kind, subject, stage }: Matter, aspects: Aspects, t: Say): string => {
  const aspect = aspects.find(({ code }) => subject.id === code || subject.id === `${code}-clue`);
  const of = subject.type === 'aspect' && aspect ? aspect.name : t(`stage.${stage}`);
  return t('launch.expected', { act: t(`obligation.${kind}` as MessageKey), of });
};

type Mail = LaunchPreview['mails'][number];

/** When each person hears of something, in the order of their first mails. */
export const mailsByPerson = (mails: readonly Mail[]) => {
  const people = new Map<string, { name: string; at: Instant[] }>();
  for (const { to, at } of mails) {
    const known = people.get(to.personId) ?? { name: to.name, at: [] };
    known.at.push(at);
    people.set(to.personId, known);
  }
  return [...people.values()];
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
