import { accept, refuse, type ActedAs, type CivilDate, type Decision } from '../kernel/kernel';
import { basisHash, screeningBasis } from './basis';
import type { CampaignCommand, CommandData } from './campaign.commands';
import { tooManyProblems } from './campaign.limits';
import { countsAtFault, isSameCount } from './clue-counts';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { answerer, secretary, triager } from './duties';
import { isId, isIdTaken } from './ids';
import { isFound } from './link.state';
import { nextCode } from './numbers';
import { keptText, reportHash } from './report-text';
import { isNilReturn, isScreened, isStageOpen, opensOn, stageOf } from './stages';

type GivenAnswer = CommandData<'AnswerCheckItems'>['answers'][number];
type Refused = ReturnType<typeof refuse>;

/**
 * Answers check items, each by its assigned person, while screening is open and not yet confirmed. A clue item takes only
 * 已移交 or 不适用 and never text; 有此问题 comes with the problem found. Whoever is not assigned learns nothing else.
 */
export const answerCheckItems = (
  campaign: Campaign,
  { answers }: CommandData<'AnswerCheckItems'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  if (answers.length === 0) return refuse('INVALID', { field: 'answers' });
  const events: CampaignEvent[] = [];
  const items = new Set<string>();
  const reported = new Set<string>();
  let as: ActedAs | null = null;
  let wrong: Refused | null = screeningOver(campaign, context);
  for (const [index, given] of answers.entries()) {
    const at = `answers[${index}]`;
    const aspect = campaign.plan.aspects.find(({ items: own }) =>
      own.some(({ code }) => code === given.item),
    );
    const item = aspect?.items.find(({ code }) => code === given.item);
    if (!aspect || !item) return refuse('ITEM_UNKNOWN', { field: `${at}.item` });
    const allowed = permit(campaign, answerer(campaign, aspect.code, item.clue), context);
    if (!allowed.ok) return allowed;
    if (as && as.onBehalfOf !== allowed.as.onBehalfOf) return refuse('INVALID', { field: `${at}.item` });
    as ??= allowed.as;
    wrong ??= items.has(item.code) ? refuse('ITEM_TWICE', { field: `${at}.item` }) : null;
    wrong ??= countsAtFault(item, given.answer, given.counts, `${at}.counts`);
    wrong ??= wrongAnswer(campaign, given, item.clue, at) ?? wrongReport(campaign, given, reported, at);
    items.add(item.code);
    events.push(...answered(campaign, aspect.code, given, today(context)));
  }
  return wrong ?? accept<CampaignEvent>(events, as);
};

/** The same answer again is no new fact; a further problem at the same item is. */
const answered = (
  campaign: Campaign,
  aspect: string,
  { item, answer, counts, problems = [] }: GivenAnswer,
  on: CivilDate,
): CampaignEvent[] => [
  ...(campaign.answers[item]?.answer === answer && isSameCount(campaign.answers[item]?.counts, counts)
    ? []
    : [{ type: 'CheckItemAnswered', data: { item, answer, ...(counts ? { counts } : {}), on } } as const]),
  ...problems.map(({ id, title, detail, sealed }): CampaignEvent => {
    const textHash = reportHash(item, { title, detail }, sealed);
    const text = { title, detail, textHash, ...(sealed === undefined ? {} : { sealed }) };
    return { type: 'ProblemReported', data: { problemId: id, item, aspect, ...text, on } };
  }),
];

/** Why nothing is answered now, or null. */
export const screeningOver = (campaign: Campaign, context: CampaignContext) => {
  if (campaign.screening || stageOf(campaign, 'screening').closed) return refuse('SCREENING_CONFIRMED');
  if (isStageOpen(campaign, 'screening', today(context))) return null;
  return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, 'screening') ?? '' } });
};

const wrongAnswer = (
  campaign: Campaign,
  { item, answer, problems = [] }: GivenAnswer,
  clue: boolean,
  at: string,
) => {
  if (clue) {
    if (answer !== 'handedOver' && answer !== 'notApplicable')
      return refuse('CLUE_ONLY', { field: `${at}.answer` });
    return problems.length > 0 ? refuse('CLUE_ONLY', { field: `${at}.problems` }) : null;
  }
  if (answer === 'handedOver') return refuse('INVALID', { field: `${at}.answer` });
  const before = isFound(campaign, item);
  if (answer === 'problem') {
    return before || problems.length > 0 ? null : refuse('PROBLEM_REQUIRED', { field: `${at}.problems` });
  }
  if (problems.length > 0) return refuse('PROBLEM_NOT_EXPECTED', { field: `${at}.problems` });
  return before && answer !== 'toCheck' ? refuse('ANSWER_HAS_PROBLEM', { field: `${at}.answer` }) : null;
};

/** Each reported problem comes under an id of its own; `reported` collects those of one command. */
const wrongReport = (
  campaign: Campaign,
  { problems = [] }: GivenAnswer,
  reported: Set<string>,
  at: string,
) => {
  for (const [index, { id }] of problems.entries()) {
    const field = `${at}.problems[${index}].id`;
    if (!isId(id)) return refuse('INVALID', { field });
    if (reported.has(id) || isIdTaken(campaign, id)) return refuse('ALREADY_EXISTS', { field });
    reported.add(id);
  }
  return tooManyProblems(campaign, reported.size, `${at}.problems`);
};

/** The secretary confirms what was found, or signs that nothing was: a nil return. Silence is never zero. */
export const confirmScreening = (
  campaign: Campaign,
  { type, data }: Extract<CampaignCommand, { type: 'ConfirmScreening' | 'SignNilReturn' }>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const closed = screeningOver(campaign, context);
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

/**
 * Each reported problem is triaged, not by its reporter: 纳入, which gives the permanent number, or 不纳入, each with its
 * reason; or 已移交, of which no text is kept, be it the report's or a reason (domain.md §9).
 */
export const triageProblem = (
  campaign: Campaign,
  { problemId, decision, reason, text }: CommandData<'TriageProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, triager(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status !== 'reported')
    return refuse('ALREADY_DECIDED', { params: { on: problem.triage?.on ?? '' } });
  const on = today(context);
  if (decision === 'handOver') {
    if (reason !== undefined || text !== undefined) return refuse('CLUE_ONLY', { field: 'reason' });
    return accept<CampaignEvent>([{ type: 'ProblemHandedOver', data: { problemId, on } }], allowed.as);
  }
  if (reason === undefined) return refuse('INVALID', { field: 'reason' });
  if ((problem.sealed !== null) !== (text !== undefined)) return refuse('INVALID', { field: 'problemId' });
  const kept = { reason, ...(text ? { text: keptText(problem.item, text) } : {}), on };
  if (decision === 'exclude') {
    return accept<CampaignEvent>([{ type: 'ProblemExcluded', data: { problemId, ...kept } }], allowed.as);
  }
  const lateness = stageOf(campaign, 'screening').closed ? ({ late: true } as const) : {};
  return accept<CampaignEvent>(
    [{ type: 'ProblemIncluded', data: { problemId, ...nextCode(campaign), ...kept, ...lateness } }],
    allowed.as,
  );
};
