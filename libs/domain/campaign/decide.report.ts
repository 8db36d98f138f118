import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { tooManyProblems } from './campaign.limits';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { answerer, secretary } from './duties';
import { isId, isIdTaken } from './ids';
import type { ListData } from './list.commands';
import { reportHash } from './report-text';
import { stageOf } from './stages';

/**
 * Reports what was found after the screening was confirmed: by who answers for the aspect, or by the secretary, until the
 * campaign is signed off. It is triaged like any report; a list that is settled by then is extended by a new vote only.
 * Answers that were signed for stay as they are once the screening's stage is closed.
 */
export const reportProblem = (
  campaign: Campaign,
  { item, problem }: ListData<'ReportProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const aspect = campaign.plan.aspects.find(({ items }) => items.some(({ code }) => code === item));
  const found = aspect?.items.find(({ code }) => code === item);
  if (!aspect || !found) return refuse('ITEM_UNKNOWN', { field: 'item' });
  const own = permit(campaign, answerer(campaign, aspect.code, found.clue), context);
  const allowed = own.ok ? own : permit(campaign, secretary(), context);
  if (!own.ok && !allowed.ok) return own;
  if (!allowed.ok) return allowed;
  if (found.clue) return refuse('CLUE_ONLY', { field: 'problem' });
  if (campaign.signedOffOn !== null) return refuse('CAMPAIGN_OVER');
  const { closed } = stageOf(campaign, 'screening');
  if (!campaign.screening && !closed) return refuse('SCREENING_OPEN');
  const { id, title, detail, sealed } = problem;
  if (!isId(id)) return refuse('INVALID', { field: 'problem.id' });
  if (isIdTaken(campaign, id)) return refuse('ALREADY_EXISTS', { field: 'problem.id' });
  const tooMany = tooManyProblems(campaign, 1, 'problem');
  if (tooMany) return tooMany;
  const on = today(context);
  const textHash = reportHash(item, { title, detail }, sealed);
  const text = { title, detail, textHash, ...(sealed === undefined ? {} : { sealed }) };
  const isAnswered = closed !== null || campaign.answers[item]?.answer === 'problem';
  return accept<CampaignEvent>(
    [
      { type: 'ProblemReported', data: { problemId: id, item, aspect: aspect.code, ...text, on } },
      ...(isAnswered ? [] : [{ type: 'CheckItemAnswered', data: { item, answer: 'problem', on } } as const]),
    ],
    allowed.as,
  );
};
