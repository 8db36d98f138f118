import type { Client, OfferedAction, OfferedObligation } from './client';

/** Which items are answered 有此问题, and with which titles; everything else is 无此问题. */
export type Findings = Readonly<Record<string, readonly string[]>>;

export interface DriveOptions {
  readonly findings?: Findings;
  /** Obligations to leave alone for now. */
  readonly leave?: (obligation: OfferedObligation) => boolean;
  /** What to send instead of the usual input. */
  readonly fill?: (
    action: OfferedAction,
    obligation: OfferedObligation,
  ) => Record<string, unknown> | undefined;
  /** Told of each thing done, in order. */
  readonly onDone?: (who: Client, action: OfferedAction) => void;
}

/**
 * What a person would type where an action's defaults leave something open. It knows the words of the forms, not the
 * campaign: whose turn it is, ids and hashes come from the obligation alone.
 */
export const inputFor = (
  { command, defaults }: OfferedAction,
  obligation: OfferedObligation,
  findings: Findings = {},
): Record<string, unknown> => {
  switch (command) {
    case 'AnswerCheckItems':
      return {
        answers: (defaults['answers'] as { item: string }[]).map(({ item }) => ({
          item,
          ...(findings[item]
            ? { answer: 'problem', problems: findings[item].map((title) => ({ title, detail: '' })) }
            : { answer: obligation.subject.id.endsWith('-clue') ? 'notApplicable' : 'noProblem' }),
        })),
      };
    case 'TriageProblem':
      return { ...defaults, reason: '属于本次整治范围' };
    case 'CastVote':
      return { ...defaults, vote: 'for' };
    case 'SubmitPlan':
      return {
        ...defaults,
        rootCause: '制度执行不严',
        target: '按规定执行',
        measures: [{ text: '修订议事规则并执行', dueOn: defaults['dueOn'] }],
      };
    case 'FinishMeasure':
      return { ...defaults, result: '已修订并执行' };
    case 'ClaimCompletion':
      return { ...defaults, result: '已整改到位' };
    case 'RecordActivity':
      return { ...defaults, people: 12 };
    case 'DraftPledgeText':
      return { ...defaults, text: '坚持组织生活制度，带头落实整改要求。' };
    case 'RecordVerdict':
      return { ...defaults, verdict: 'holds', looked: '抽查会议记录，执行到位', evidence: '支部工作手册' };
    case 'ComparePledge':
      return { ...defaults, verdict: 'kept', reason: '逐条对照，均已做到' };
    default:
      return defaults;
  }
};

/**
 * Everybody does what stands on their own to-do list, again and again, until nobody has anything left to do today.
 * Answers how many things were done. A claim waits for its measures, as the list says nothing else.
 */
export const drive = async (
  people: readonly Client[],
  { findings, leave, fill, onDone }: DriveOptions = {},
): Promise<number> => {
  let done = 0;
  for (let round = 0; round < 200; round += 1) {
    let acted = 0;
    for (const person of people) {
      const todo = (await person.todo()).filter((each) => !leave?.(each));
      const measuresOpen = new Set(
        todo.filter(({ kind }) => kind === 'finishMeasure').map(({ subject }) => subject.problemId),
      );
      const next = todo.find(
        ({ kind, subject, action }) =>
          action && !(kind === 'claimCompletion' && measuresOpen.has(subject.problemId)),
      );
      if (!next?.action) continue;
      const { action } = next;
      await person.command(action.path, fill?.(action, next) ?? inputFor(action, next, findings));
      onDone?.(person, action);
      acted += 1;
    }
    done += acted;
    if (acted === 0) return done;
  }
  throw new Error('people are still busy after 200 rounds');
};
