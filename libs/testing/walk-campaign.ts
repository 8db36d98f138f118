import {
  civilDateOf,
  obligations,
  type CampaignCommand,
  type CivilDate,
  type Obligation,
} from '@rectify/domain';
import { at, owedNow, send, whoOwes, type CampaignWorld } from './campaign-world';

/** Which items are answered 有此问题, and with which titles. Everything else is answered 无此问题. */
export type Findings = Readonly<Record<string, readonly string[]>>;

let counter = 0;
/** A fresh id in the form of a UUIDv7. */
export const newId = (): string => `01900000-0000-7000-9000-${String((counter += 1)).padStart(12, '0')}`;

/** Numbers the ids to come from here on, where a seed has to repeat them. */
export const idsFrom = (n: number): void => {
  counter = n;
};

/** The command with which somebody would discharge an obligation, filled in as a person would. */
export const discharge = (obligation: Obligation, findings: Findings = {}): CampaignCommand => {
  const { command, defaults } = obligation.action;
  const problemId = obligation.subject.problemId ?? '';
  const filled = fill(command, obligation, findings, problemId);
  return { type: command, data: { ...defaults, ...filled } } as CampaignCommand;
};

const fill = (
  command: string,
  { action, dueOn, subject }: Obligation,
  findings: Findings,
  problemId: string,
): object => {
  switch (command) {
    case 'AnswerCheckItems': {
      const items = action.defaults['answers'] as readonly { item: string }[];
      const isClue = subject.id.endsWith('-clue');
      return { answers: items.map(({ item }) => answer(item, isClue, findings[item])) };
    }
    case 'CastVote':
      return { vote: 'for' };
    case 'TriageProblem':
      return { reason: '符合本次整治范围' };
    case 'SubmitPlan': {
      const due = (action.defaults['dueOn'] ?? dueOn) as CivilDate;
      return {
        rootCause: '制度执行不严',
        target: '按规定执行',
        measures: [{ id: newId(), text: '修订议事规则', dueOn: due }],
        dueOn: due,
      };
    }
    case 'FinishMeasure':
      return { result: '已完成修订并执行' };
    case 'RecordActivity':
      return { people: 12 };
    case 'DraftPledgeText':
      return { text: '坚持组织生活制度，带头落实整改要求。' };
    case 'ComparePledge':
      return { verdict: 'kept', reason: '逐条对照，均已做到' };
    case 'RecordReview':
      return { looked: '抽查本季度会议记录', evidence: '支部工作手册' };
    case 'RecordVerdict':
      return { verdict: 'holds', looked: '抽查最近三个月的会议记录', evidence: '支部工作手册' };
    case 'RecordCheck':
      return { found: '现场与申请一致' };
    case 'ReturnClaim':
      return { missing: '异议属实，需补充整改' };
    case 'ClaimCompletion':
      return { problemId, result: '问题已整改到位' };
    default:
      return {};
  }
};

const answer = (item: string, isClue: boolean, titles: readonly string[] | undefined): object => {
  if (isClue) return { item, answer: 'notApplicable' };
  if (!titles) return { item, answer: 'noProblem' };
  return { item, answer: 'problem', problems: titles.map((title) => ({ id: newId(), title, detail: '' })) };
};

/**
 * Lets everybody discharge what they owe, in the order of the list, until `until` holds or nobody owes anything that has
 * begun; the clock steps to the next opening where only a date is ahead. What is of an excepted kind is left undone.
 */
export const walk = (
  world: CampaignWorld,
  findings: Findings,
  until: (world: CampaignWorld) => boolean,
  except: readonly Obligation['kind'][] = [],
): CampaignWorld => {
  let now = world;
  for (let steps = 0; steps < 2_000 && !until(now); steps += 1) {
    const today = civilDateOf(now.now);
    const next = obligations(now.campaign)
      .filter(({ since, kind }) => since <= today && !except.includes(kind))
      .find((obligation) => !waitsForMeasures(now, obligation) && whoOwes(now, obligation).length > 0);
    if (next) {
      const [person] = whoOwes(now, next);
      now = send(now, person ?? '', discharge(next, findings));
      continue;
    }
    const ahead = owedNow(now)
      .map(({ since }) => since)
      .filter((since) => since > today)
      .sort()[0];
    if (ahead === undefined) return now;
    now = at(now, `${ahead}T02:00:00.000Z`);
  }
  return now;
};

const waitsForMeasures = ({ campaign }: CampaignWorld, { kind, subject }: Obligation): boolean =>
  kind === 'claimCompletion' &&
  (campaign.problems[subject.problemId ?? '']?.plan?.measures.some(({ finished }) => finished === null) ??
    false);
