import type { Recipient } from '@rectify/domain';
import { has, text, type Language, type TextParams } from '@rectify/i18n';
import { isOutcome, outcomeBlock } from './outcome-block';
import { countsOf, heading, latestOfEach, tell, type Frame, type ToldRung } from './telling';

/** One reminder as a letter tells it: what is owed, and how it concerns the reader. */
export interface LetterItem {
  readonly rung: ToldRung;
  readonly as: Recipient['as'];
  /** Names of those who get a copy. */
  readonly copied: readonly string[];
}

export interface LetterFrame extends Frame {
  readonly name: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The words of one person's mail (ux.md §3, Reminders). */
export const writeLetter = (all: readonly LetterItem[], frame: LetterFrame): Letter => {
  const news = all.map(({ rung }) => rung).filter(isOutcome);
  const [first, ...others] = latestOfEach(all.filter(({ rung }) => !isOutcome(rung)));
  if (!first && news.length === 0) throw new Error('a letter without a reminder or an outcome');
  const items = first ? [first, ...others] : [];
  const say = (key: string, params?: TextParams): string => text(frame.language, `mail.${key}`, params);
  const counts = countsOf(
    items.map(({ rung }) => rung),
    frame,
  );
  const blocks =
    frame.kind === 'atOnce'
      ? items.map((item) => block(item, frame))
      : items.map((item, index) => `${index + 1}. ${block(item, frame)}`);
  const paragraphs = [
    say('greeting', { name: frame.name }),
    ...(frame.kind === 'atOnce' || !first ? [] : [say(`intro.${frame.kind}`, counts)]),
    ...blocks,
    ...(news.length === 0 ? [] : [say('intro.outcomes', { count: news.length })]),
    ...news.map((rung, index) => `${index + 1}. ${outcomeBlock(rung, frame)}`),
    say('footer'),
  ];
  const subject = first
    ? heading([first.rung, ...others.map(({ rung }) => rung)], frame)
    : say('subject.outcomes', { count: news.length });
  return { subject, text: `${paragraphs.join('\n\n')}\n` };
};

/** Rungs that speak to whoever has to do it. Any other speaks to somebody above, and says what is asked of them. */
const OWN: readonly string[] = ['remind', 'remindOverdue', 'urge'];

const block = ({ rung, as, copied }: LetterItem, frame: LetterFrame): string => {
  const { when, params, url, isSensitive } = tell(rung, frame);
  const say = (key: string, more?: TextParams): string => text(frame.language, `mail.${key}`, more);
  if (isSensitive) return [say('line.sensitive', params), url].join('\n');
  const oversees = as === 'holder' && !OWN.includes(rung.do);
  const isTheirs = as === 'holder' && !oversees;
  return [
    say(`line.${when === 'overdue' && !isTheirs ? 'overdueByOthers' : when}`, params),
    ...(oversees || (isTheirs && rung.do === 'urge') ? [say(actOf(rung.do, frame.language))] : []),
    say('campaign', { title: rung.title }),
    ...(copied.length > 0 ? [say('copies', { names: copied.join(say('names')) })] : []),
    say(`why.${oversees ? 'overseer' : as}`),
    say(as === 'copy' || oversees ? 'view' : 'open', { url }),
  ].join('\n');
};

/** A kind of rung for which nobody has written words yet still asks for something. */
const actOf = (kind: string, language: Language): string =>
  has(language, `mail.act.${kind}`) ? `act.${kind}` : 'act.other';
