import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignCommand } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { measureOwner, owner } from './duties';

/** Progress and the end of one measure, by its owner. */
export const workOnMeasure = (
  campaign: Campaign,
  { type, data }: Extract<CampaignCommand, { type: 'ReportProgress' | 'FinishMeasure' }>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { problemId, measureId } = data;
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const measure = problem.plan?.measures.find(({ id }) => id === measureId);
  const holder = measure ? measureOwner(campaign, problem, measure) : owner(campaign, problem);
  const allowed = permit(campaign, holder, context);
  if (!allowed.ok) return allowed;
  if (!measure) return refuse('MEASURE_UNKNOWN', { field: 'measureId' });
  if (measure.finished) return refuse('ALREADY_DECIDED', { params: { on: measure.finished.on } });
  if (!['rectifying', 'sustained'].includes(problem.status)) return refuse('PLAN_NOT_APPROVED');
  const on = today(context);
  return accept<CampaignEvent>(
    type === 'FinishMeasure'
      ? [{ type: 'MeasureFinished', data: { problemId, measureId, result: data.result, on } }]
      : [{ type: 'ProgressReported', data: { problemId, measureId, text: data.text, on } }],
    allowed.as,
  );
};
