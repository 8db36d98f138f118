import { isCivilDate, type CivilDate, type DutyKind } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { Problem, TimelineEntry } from '../api/types';
import { longDay, shortDay } from '../dates/format';
import type { Say } from '../i18n/use-text';

/** What of a problem its lines name. */
export type NamedProblem = Pick<Problem, 'id' | 'code' | 'title' | 'plan'>;

export interface Known {
  readonly problems: readonly NamedProblem[];
  readonly nameOf: (personId: string) => string;
  readonly today: CivilDate;
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const problemName = (entry: TimelineEntry, problems: readonly NamedProblem[]): string => {
  const problem = problems.find(({ id }) => id === entry.problemId);
  const measure = problem?.plan?.measures.find(({ id }) => id === entry.subject['measureId']);
  return [problem?.code, problem?.title, measure?.text].filter(Boolean).join(' ');
};

const dayOf = (value: unknown, today: CivilDate, t: Say): string =>
  isCivilDate(value) ? longDay(value, today, t) : '';

/** On a problem's own page its name is left out, and with it the colon before it. */
const withoutColon = (line: string): string => line.replace(/[：:]\s*$/, '');

/** One line of the record in words; who and when stand beside it, the reason or result below. */
export const lineOf = (entry: TimelineEntry, known: Known, t: Say): string => {
  const { type, subject } = entry;
  const { problems, nameOf, today } = known;
  if (type === 'RemindersIssued') return reminderLine(entry, problems, t);
  if (type === 'DatesRecomputed') return withoutColon(recomputedLine(entry, known, t));
  const event = subject['how'] === 'forced' ? 'event.StageForced' : (`event.${type}` as MessageKey);
  const line = t(event, {
    problem: problemName(entry, problems),
    stage: t(`stage.${asText(subject['stage'])}` as MessageKey),
    item: asText(subject['item']),
    answer: t(`answer.${asText(subject['answer'])}` as MessageKey),
    person: nameOf(asText(subject['person'])),
    activity: t(`activity.${asText(subject['activity'])}` as MessageKey),
    day: dayOf(subject['heldOn'] ?? subject['plannedOn'], today, t),
    people: asText(subject['people']),
    verdict: t(`verdict.${asText(subject['verdict'])}` as MessageKey),
    lookBack: t(`lookBack.${asText(subject['verdict'])}` as MessageKey),
    population: asText(subject['population']),
    drawn: Array.isArray(subject['drawn']) ? String(subject['drawn'].length) : '',
    letter: t(`letter.${asText(subject['letterKind'])}` as MessageKey),
    number: asText(subject['number']),
    code: asText(subject['code']),
    minutes: asText(subject['minutes']),
    eligible: asText(subject['eligible']),
    for: asText(subject['for']),
    against: asText(subject['against']),
    abstain: asText(subject['abstain']),
    act: t(`act.${asText(subject['of'])}` as MessageKey),
    duty: t(`duty.${asText(subject['duty']) as DutyKind}`),
  });
  return withoutColon(line);
};

/** Which rung, of what: 逾期1天(逾期通知):办结整改措施 PDH-001. A merged one was recorded, not sent. */
const reminderLine = (entry: TimelineEntry, problems: readonly NamedProblem[], t: Say): string => {
  const { subject } = entry;
  return t(subject['merged'] === true ? 'record.rungMerged' : 'record.rung', {
    rung: t(`rung.${asText(subject['rung'])}` as MessageKey),
    act: t(`rungDo.${asText(subject['do'])}` as MessageKey),
    kind: t(`obligation.${asText(subject['kind'])}` as MessageKey),
    problem: problemName(entry, problems),
  });
};

interface Why {
  readonly years?: readonly { readonly year: number }[];
  readonly units?: readonly string[];
}
type Days = Readonly<Record<string, unknown>> | undefined;

/** Because of which notice what moved from which day to which: 因2027年放假安排公布,批准方案的期限由…改为…。 */
const recomputedLine = (entry: TimelineEntry, { problems, today }: Known, t: Say): string => {
  const { subject } = entry;
  const { years = [], units = [] } = (subject['because'] ?? {}) as Why;
  const causes = [
    ...years.map(({ year }) => t('recomputed.year', { year: String(year) })),
    ...(units.length > 0 ? [t('recomputed.unit')] : []),
  ];
  const cause = causes.join(t('recomputed.and'));
  const [from, to] = [subject['from'], subject['to']] as [Days, Days];
  const end = (day: unknown): string => (isCivilDate(day) ? shortDay(day, today, t) : '');
  const span = (days: Days): string =>
    t('campaign.window', { from: end(days?.['startOn']), to: end(days?.['endOn']) });
  if (subject['what'] === 'stage')
    return t('recomputed.stage', {
      ...{ cause, from: span(from), to: span(to) },
      stage: t(`stage.${asText(subject['stage'])}` as MessageKey),
    });
  if (subject['what'] === 'official')
    return t('recomputed.official', { cause, count: asText(subject['count']) });
  return t('recomputed.obligation', {
    ...{ cause, from: dayOf(from?.['dueOn'], today, t), to: dayOf(to?.['dueOn'], today, t) },
    kind: t(`obligation.${asText(subject['kind'])}` as MessageKey),
    problem: problemName(entry, problems),
  });
};

/** A reported problem's title stands in its line already. */
export const remarkOf = ({ type, text }: TimelineEntry): string | null =>
  type === 'ProblemReported' ? null : text;
