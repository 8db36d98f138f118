import {
  dayOfWeek,
  daysBetween,
  isSensitive,
  type CivilDate,
  type MailKind,
  type Recipient,
} from '@rectify/domain';
import { text, type Language, type TextParams } from '@rectify/i18n';
import type { OutboxRow } from '@rectify/read-models';

/** One reminder as a letter tells it: what is owed, and how it concerns the reader. */
export interface LetterItem {
  readonly rung: Pick<
    OutboxRow,
    'kind' | 'subject' | 'code' | 'title' | 'problem_code' | 'obligation_id' | 'due_on' | 'on' | 'do'
  >;
  readonly as: Recipient['as'];
  /** Names of those who get a copy. */
  readonly copied: readonly string[];
}

export interface LetterFrame {
  readonly kind: MailKind;
  readonly name: string;
  /** The civil day it is sent on; days left and days late count from it. */
  readonly today: CivilDate;
  readonly publicUrl: string;
  readonly language: Language;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The words of one person's mail (ux.md §3, Reminders). Never a problem's text: a code, what is to be done, a date and a link. */
export const writeLetter = (all: readonly LetterItem[], frame: LetterFrame): Letter => {
  const items = latestOfEach(all);
  const say = (key: string, params?: TextParams): string => text(frame.language, `mail.${key}`, params);
  const [only] = items;
  if (!only) throw new Error('a letter without a reminder');
  const tell = (item: LetterItem): Told => telling(item, frame);
  const blocks =
    frame.kind === 'atOnce'
      ? [body(tell(only))]
      : items.map((item, index) => `${index + 1}. ${body(tell(item))}`);
  const counts = { count: items.length, overdue: items.filter((item) => daysLeft(item, frame) < 0).length };
  const earliest = items.map(({ rung }) => rung.due_on).sort()[0] ?? frame.today;
  const digested = counts.overdue > 0 ? 'digestOverdue' : 'digest';
  const paragraphs = [
    say('greeting', { name: frame.name }),
    ...(frame.kind === 'atOnce' ? [] : [say(`intro.${frame.kind}`, counts)]),
    ...blocks,
    say('footer'),
  ];
  return {
    subject:
      frame.kind === 'atOnce'
        ? tell(only).subject
        : say(`subject.${frame.kind === 'catchUp' ? 'catchUp' : digested}`, {
            ...counts,
            due: day(earliest, frame.language),
          }),
    text: `${paragraphs.join('\n\n')}\n`,
  };
};

/** Of several rungs of one obligation that were missed only the last is told: what is owed and by when is the same. */
const latestOfEach = (items: readonly LetterItem[]): readonly LetterItem[] => {
  const latest = new Map<string, LetterItem>();
  for (const item of items) {
    const known = latest.get(item.rung.obligation_id);
    if (!known || known.rung.on <= item.rung.on) latest.set(item.rung.obligation_id, item);
  }
  return [...latest.values()].sort((a, b) =>
    a.rung.due_on < b.rung.due_on ? -1 : a.rung.due_on > b.rung.due_on ? 1 : 0,
  );
};

interface Told {
  readonly subject: string;
  readonly lines: readonly string[];
}

const body = ({ lines }: Told): string => lines.join('\n');

const daysLeft = ({ rung }: LetterItem, { today }: LetterFrame): number => daysBetween(today, rung.due_on);

const whenOf = (left: number): 'ahead' | 'tomorrow' | 'today' | 'overdue' =>
  left < 0 ? 'overdue' : left === 0 ? 'today' : left === 1 ? 'tomorrow' : 'ahead';

const telling = (item: LetterItem, frame: LetterFrame): Told => {
  const { rung, as, copied } = item;
  const say = (key: string, params?: TextParams): string => text(frame.language, `mail.${key}`, params);
  const left = daysLeft(item, frame);
  const when = whenOf(left);
  const url = `${frame.publicUrl}/t/${rung.obligation_id}`;
  const due = day(rung.due_on, frame.language);
  if (isSensitive(rung))
    return { subject: say('subject.sensitive', { due }), lines: [say('line.sensitive', { due }), url] };

  const oversees = as === 'holder' && (rung.do === 'draftLetter' || rung.do === 'escalate');
  const isTheirs = as === 'holder' && !oversees;
  const what = text(frame.language, `obligation.${rung.kind}`);
  const params = { count: Math.abs(left), code: nameOf(rung, frame.language), what, due };
  const told = [
    say(`line.${when === 'overdue' && !isTheirs ? 'overdueByOthers' : when}`, params),
    ...(oversees || (isTheirs && rung.do === 'urge') ? [say(`act.${rung.do}`)] : []),
    say('campaign', { title: rung.title }),
    ...(copied.length > 0 ? [say('copies', { names: copied.join(say('names')) })] : []),
    say(`why.${oversees ? 'overseer' : as}`),
    say(as === 'copy' || oversees ? 'view' : 'open', { url }),
  ];
  return { subject: say(`subject.${when}`, params), lines: told };
};

/** By what people find the thing again: the problem's code, else the campaign's with its aspect or stage. */
const nameOf = ({ problem_code, code, subject }: LetterItem['rung'], language: Language): string => {
  if (problem_code !== null) return problem_code;
  if (subject.type === 'aspect') return `${code} ${subject.id}`;
  return subject.type === 'stage' ? `${code} ${text(language, `stage.${subject.id}`)}` : code;
};

/** `7月3日(周五)`. */
const day = (date: CivilDate, language: Language): string =>
  text(language, 'date.day', {
    month: text(language, `month.${Number(date.slice(5, 7))}`),
    day: Number(date.slice(8, 10)),
    weekday: text(language, `weekday.${dayOfWeek(date)}`),
  });
