import { dayOfWeek, daysBetween, isSensitive, type CivilDate, type MailKind } from '@rectify/domain';
import { text, type Language, type TextParams } from '@rectify/i18n';
import type { OutboxRow } from '@rectify/read-models';

/** What is told of a reminder. Never a problem's text: a code, what is to be done, a date and a link. */
export type ToldRung = Pick<
  OutboxRow,
  | 'kind'
  | 'subject'
  | 'code'
  | 'title'
  | 'problem_code'
  | 'obligation_id'
  | 'due_on'
  | 'on'
  | 'do'
  | 'rung'
  | 'outcome'
>;

export interface Frame {
  readonly kind: MailKind;
  /** The civil day it is sent on; days left and days late count from it. */
  readonly today: CivilDate;
  readonly publicUrl: string;
  readonly language: Language;
}

/** The words of one reminder: what every channel tells of it is made of these. */
export interface Telling {
  readonly when: 'ahead' | 'tomorrow' | 'today' | 'overdue';
  /** For the texts of the catalogue; of something sensitive the day alone. */
  readonly params: TextParams;
  readonly title: string;
  readonly url: string;
  readonly isSensitive: boolean;
}

export const tell = (rung: ToldRung, frame: Frame): Telling => {
  const left = daysBetween(frame.today, rung.due_on);
  const when = left < 0 ? 'overdue' : left === 0 ? 'today' : left === 1 ? 'tomorrow' : 'ahead';
  const url = `${frame.publicUrl}/t/${rung.obligation_id}`;
  const due = day(rung.due_on, frame.language);
  const told = (key: string, params: TextParams, sensitive: boolean): Telling => {
    const title = text(frame.language, `mail.subject.${key}`, params);
    return { when, params, title, url, isSensitive: sensitive };
  };
  if (isSensitive(rung)) return told('sensitive', { due }, true);
  const what = text(frame.language, `obligation.${rung.kind}`);
  return told(when, { count: Math.abs(left), code: nameOf(rung, frame.language), what, due }, false);
};

/** Of several rungs of one obligation that were missed only the last is told: what is owed and by when is the same. The earliest due first. */
export const latestOfEach = <T extends { readonly rung: ToldRung }>(items: readonly T[]): readonly T[] => {
  const latest = new Map<string, T>();
  for (const item of items) {
    const known = latest.get(item.rung.obligation_id);
    if (!known || known.rung.on <= item.rung.on) latest.set(item.rung.obligation_id, item);
  }
  return [...latest.values()].sort((a, b) =>
    a.rung.due_on < b.rung.due_on ? -1 : a.rung.due_on > b.rung.due_on ? 1 : 0,
  );
};

/** What is said above all: the reminder itself where it comes alone, else how many and how many late. */
export const heading = (rungs: readonly [ToldRung, ...ToldRung[]], frame: Frame): string => {
  if (frame.kind === 'atOnce') return tell(rungs[0], frame).title;
  const counts = countsOf(rungs, frame);
  const digested = counts.overdue > 0 ? 'digestOverdue' : 'digest';
  const earliest = rungs.map(({ due_on }) => due_on).sort()[0] ?? frame.today;
  const key = frame.kind === 'catchUp' ? 'catchUp' : digested;
  return text(frame.language, `mail.subject.${key}`, { ...counts, due: day(earliest, frame.language) });
};

export const countsOf = (
  rungs: readonly ToldRung[],
  { today }: Frame,
): { count: number; overdue: number } => ({
  count: rungs.length,
  overdue: rungs.filter(({ due_on }) => due_on < today).length,
});

/** By what people find the thing again: the problem's code, else the campaign's with its aspect or stage. */
export const nameOf = ({ problem_code, code, subject }: ToldRung, language: Language): string => {
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
