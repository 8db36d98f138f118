import {
  addDays,
  daysBetween,
  type Campaign,
  type CampaignCommand,
  type CivilDate,
  type Obligation,
  type ReadonlyProblem,
} from '@rectify/domain';
import { v7 as uuidv7 } from 'uuid';
import { findings, type Finding } from './findings';

/** The days of the demonstration: fixed, so that it is the same on every machine and in every year. */
export const FIRST_DAY: CivilDate = '2026-03-02';
export const LAST_DAY: CivilDate = '2026-06-10';
export const TEMPLATE = 'bland-casual';
/** The demonstration begins with the screening; summary and look-back lie ahead of its last day. */
export const LEFT_OUT = ['mobilisation'] as const;
export const UNIT = 'QGW-01';

/** How many days somebody lets pass before doing it; what is not named is done the day after it arose. */
const DELAY: Readonly<Partial<Record<Obligation['kind'], number>>> = {
  answerCheckItem: 8,
  confirmScreening: 2,
};

/** The command with which an obligation is discharged on this day, or null where nobody does it yet. */
export const doneToday = (
  campaign: Campaign,
  obligation: Obligation,
  today: CivilDate,
): CampaignCommand | null => {
  const { kind, since, action } = obligation;
  if (today < addDays(since, DELAY[kind] ?? 1)) return null;
  const problem = problemOf(campaign, obligation);
  const filled = fill(obligation, problem, today);
  return filled && ({ type: action.command, data: { ...action.defaults, ...filled } } as CampaignCommand);
};

const problemOf = (campaign: Campaign, { subject }: Obligation): ReadonlyProblem | undefined =>
  subject.problemId === undefined ? undefined : campaign.problems[subject.problemId];

const findingOf = (problem: ReadonlyProblem | undefined): Finding | undefined =>
  findings.find(({ item }) => item === problem?.item);

const fill = (
  obligation: Obligation,
  problem: ReadonlyProblem | undefined,
  today: CivilDate,
): object | null => {
  const finding = findingOf(problem);
  const has = (day: CivilDate | null | undefined): boolean =>
    day !== null && day !== undefined && day <= today;
  switch (obligation.kind) {
    case 'answerCheckItem':
      return { answers: answers(obligation) };
    case 'triageProblem':
      return { reason: '属于本次排查范围，情况属实。' };
    case 'castVote':
      return { vote: 'for' };
    case 'issueProblem':
      return { fixType: finding?.dueOn === undefined ? 'immediate' : 'timeLimited' };
    case 'submitPlan':
      return finding ? planOf(finding, obligation) : null;
    case 'finishMeasure': {
      const measure = problem?.plan?.measures.find(({ id }) => id === obligation.subject.id);
      const done = finding?.measures.find(({ text }) => text === measure?.text)?.doneOn;
      return has(done) ? { result: '已按措施办结，材料已归档。' } : null;
    }
    case 'claimCompletion':
      return has(finding?.claimOn) ? { result: '各项措施已办结，问题已整改到位。' } : null;
    case 'holdActivity':
      return has(obligation.dueOn) ? { people: 18 } : null;
    case 'draftPledgeText':
      return { text: '严格组织生活制度，带头查摆问题、落实整改，自觉接受监督。' };
    case 'comparePledge':
      return { verdict: 'kept', reason: '对照承诺逐条检查，均已做到。' };
    default:
      return finding?.waitsIn === obligation.kind ? null : {};
  }
};

const answers = ({ action, subject }: Obligation): object[] =>
  (action.defaults['answers'] as readonly { readonly item: string }[]).map(({ item }) => {
    if (subject.id.endsWith('-clue')) return { item, answer: 'notApplicable' };
    const found = findings.filter((finding) => finding.item === item);
    if (found.length === 0) return { item, answer: 'noProblem' };
    return {
      item,
      answer: 'problem',
      problems: found.map(({ title, detail }) => ({ id: uuidv7(), title, detail })),
    };
  });

const planOf = ({ cause, measures, dueOn }: Finding, { action }: Obligation): object => {
  const due = dueOn ?? (action.defaults['dueOn'] as CivilDate);
  return {
    rootCause: cause,
    target: '按规定执行，不再发生同类问题。',
    measures: measures.map(({ text, dueOn: own }) => ({ id: uuidv7(), text, dueOn: own ?? due })),
    dueOn: due,
  };
};

/** Days from the first to the last, both included. */
export const storyDays = (): CivilDate[] =>
  Array.from({ length: daysBetween(FIRST_DAY, LAST_DAY) + 1 }, (_, index) => addDays(FIRST_DAY, index));
