import { isSensitive } from '@rectify/domain';
import { text } from '@rectify/i18n';
import { nameOf, type Frame, type ToldRung } from './telling';

/** What came of something, as a letter tells it: what it was, where, and a link; of something sensitive the link alone. */
export const outcomeBlock = (
  rung: ToldRung & { readonly outcome: NonNullable<ToldRung['outcome']> },
  { language, publicUrl }: Frame,
): string => {
  const say = (key: string, params = {}): string => text(language, `mail.${key}`, params);
  if (isSensitive(rung)) return [say('outcome.sensitive'), `${publicUrl}/todo`].join('\n');
  const page = rung.problem_code === null ? `c/${rung.code}` : `p/${rung.problem_code}`;
  return [
    say(`outcome.${rung.outcome.what}`, {
      code: nameOf(rung, language),
      what: text(language, `obligation.${rung.kind}`),
    }),
    say('campaign', { title: rung.title }),
    say('why.concerned'),
    say('view', { url: `${publicUrl}/${page}` }),
  ].join('\n');
};

export const isOutcome = (
  rung: ToldRung,
): rung is ToldRung & { readonly outcome: NonNullable<ToldRung['outcome']> } => rung.outcome !== null;
