import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision } from '../kernel/kernel';
import { basisHash, screeningBasis } from './basis';
import type { CampaignCommand, CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { answerer, secretary, triager } from './duties';
import { isNilReturn, isScreened, isStageOpen, opensOn, stageOf } from './stages';

type GivenAnswer = CommandData<'AnswerCheckItems'>['answers'][number];

/**
 * Answers check items, each by its assigned person, while screening is open and not yet confirmed. A clue item takes only
 * 已移交 or 不适用 and never text; 有此问题 comes with the problem found.
 */
export const answerCheckItems = (
  campaign: Campaign,
  { answers }: CommandData<'AnswerCheckItems'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const closed = closedFor(campaign, context);
  if (closed) return closed;
  const on = today(context);
  const events: CampaignEvent[] = [];
  const seen = new Set<string>();
  let as = null;
  for (const [index, given] of answers.entries()) {
    const aspect = campaign.plan.aspects.find(({ items }) => items.some(({ code }) => code === given.item));
    const item = aspect?.items.find(({ code }) => code === given.item);
    if (!aspect || !item) return refuse('ITEM_UNKNOWN', { field: `answers[${index}].item` });
    if (seen.has(item.code)) return refuse('ITEM_TWICE', { field: `answers[${index}].item` });
    seen.add(item.code);
    const allowed = permit(campaign, answerer(campaign, aspect.code, item.clue), context);
    if (!allowed.ok) return allowed;
    as = allowed.as;
    const wrong = wrongAnswer(campaign, given, item.clue);
    if (wrong) return refuse(wrong.code, { field: `answers[${index}].${wrong.field}` });
    if (campaign.answers[item.code]?.answer !== given.answer) {
      events.push({ type: 'CheckItemAnswered', data: { item: item.code, answer: given.answer, on } });
    }
    for (const { id, title, detail } of given.problems ?? []) {
      if (campaign.problems[id]) return refuse('ALREADY_EXISTS', { field: `answers[${index}].problems` });
      const textHash = hashOf({ item: item.code, title, detail });
      events.push({
        type: 'ProblemReported',
        data: { problemId: id, item: item.code, aspect: aspect.code, title, detail, textHash, on },
      });
    }
  }
  return accept<CampaignEvent>(events, as);
};

const closedFor = (campaign: Campaign, context: CampaignContext) => {
  if (campaign.screening || stageOf(campaign, 'screening').closed) return refuse('SCREENING_CONFIRMED');
  if (isStageOpen(campaign, 'screening', today(context))) return null;
  return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, 'screening') ?? '' } });
};

const wrongAnswer = (campaign: Campaign, { item, answer, problems = [] }: GivenAnswer, clue: boolean) => {
  if (clue) {
    const permitted = answer === 'handedOver' || answer === 'notApplicable';
    return permitted && problems.length === 0
      ? null
      : ({ code: 'CLUE_ONLY', field: permitted ? 'problems' : 'answer' } as const);
  }
  if (answer === 'handedOver') return { code: 'INVALID', field: 'answer' } as const;
  const before = campaign.order.some((id) => campaign.problems[id]?.item === item);
  if (answer === 'problem') {
    return before || problems.length > 0 ? null : ({ code: 'PROBLEM_REQUIRED', field: 'problems' } as const);
  }
  if (problems.length > 0) return { code: 'PROBLEM_NOT_EXPECTED', field: 'problems' } as const;
  return before && answer !== 'toCheck' ? ({ code: 'ANSWER_HAS_PROBLEM', field: 'answer' } as const) : null;
};

/** The secretary confirms what was found, or signs that nothing was: a nil return. Silence is never zero. */
export const confirmScreening = (
  campaign: Campaign,
  { type, data }: Extract<CampaignCommand, { type: 'ConfirmScreening' | 'SignNilReturn' }>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const closed = closedFor(campaign, context);
  if (closed)
    return campaign.screening ? refuse('ALREADY_DECIDED', { params: { on: campaign.screening.on } }) : closed;
  if (!isScreened(campaign)) return refuse('SCREENING_INCOMPLETE');
  const nil = isNilReturn(campaign);
  if (type === 'SignNilReturn' && !nil) return refuse('NOT_NIL');
  if (type === 'ConfirmScreening' && nil) return refuse('NIL_RETURN_REQUIRED');
  const basis = screeningBasis(campaign);
  const hash = basisHash(basis);
  if (hash !== data.basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const decided = { on: today(context), basis, basisHash: hash };
  return accept<CampaignEvent>(
    [{ type: nil ? 'NilReturnSigned' : 'ScreeningConfirmed', data: decided }],
    allowed.as,
  );
};

/** Each reported problem is triaged with a reason, not by its reporter. Inclusion gives the permanent number. */
export const triageProblem = (
  campaign: Campaign,
  { problemId, decision, reason }: CommandData<'TriageProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = campaign.problems[problemId];
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, triager(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status !== 'reported')
    return refuse('ALREADY_DECIDED', { params: { on: problem.triage?.on ?? '' } });
  if (decision === 'handOver') return refuse('NOT_AVAILABLE_YET', { field: 'decision' });
  const on = today(context);
  if (decision === 'exclude') {
    return accept<CampaignEvent>([{ type: 'ProblemExcluded', data: { problemId, reason, on } }], allowed.as);
  }
  const number = campaign.lastNumber + 1;
  const code = `${campaign.code}-${String(number).padStart(3, '0')}`;
  return accept<CampaignEvent>(
    [{ type: 'ProblemIncluded', data: { problemId, number, code, reason, on } }],
    allowed.as,
  );
};
