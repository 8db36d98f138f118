import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision, type Json } from '../kernel/kernel';
import { obligationKinds } from '../obligation/obligation';
import {
  faultOfDuration,
  faultOfEach,
  faultOfPosts,
  firstFault,
  invalid,
  type Fault,
} from '../template/faults';
import { faultOfRungs, mostDays } from '../template/limits.validation';
import { TEMPLATE_LIMITS } from '../template/template.limits';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent, EventData } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary } from './duties';
import { isExitMet } from './exit-conditions';
import { ladderNames, type Chain } from './replanning';
import { hasStage, stageOf } from './stages';

type Asked = CommandData<'ReplanCampaign'>;
type Replanned = EventData<'CampaignReplanned'>;

/** A decision may take a quarter at most: what takes longer is a stage of its own. */
const longestLimit = 92;

/**
 * Changes chains, handling limits and ladders of a plan under way, within the bounds a template has. A running chain
 * begins again; what is already owed is dated anew by the new limit, never into the past, and climbs the new ladder from
 * today.
 */
export const replanCampaign = (
  campaign: Campaign,
  asked: Asked,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const closed = (asked.chains ?? []).find(
    ({ stage }) => hasStage(campaign, stage) && stageOf(campaign, stage).closed,
  );
  if (closed)
    return refuse('ALREADY_DECIDED', { params: { on: stageOf(campaign, closed.stage).closed?.on ?? '' } });
  const fault = firstFault(
    () => faultOfNames(asked),
    () => faultOfEach(asked.chains ?? [], 'chains', (chain, at) => faultOfChain(campaign, chain, at)),
    () => faultOfEach(asked.limits ?? [], 'limits', (limit, at) => faultOfLimit(campaign, limit, at)),
    () => faultOfEach(asked.ladders ?? [], 'ladders', ({ rungs }, at) => faultOfRungs(rungs, `${at}.rungs`)),
  );
  if (fault) return { ok: false, refusal: fault };
  const changes = changesOf(campaign, asked);
  if (Object.values(changes).every(({ length }) => length === 0)) return refuse('NOTHING_CHANGES');
  const { reason, notice } = asked;
  return accept<CampaignEvent>(
    [
      {
        type: 'CampaignReplanned',
        data: { ...changes, reason, notice: notice ?? null, on: today(context) },
      },
    ],
    allowed.as,
  );
};

type Changes = Pick<Replanned, 'chains' | 'limits' | 'ladders'>;

/** What would be another than it is, the old beside the new. */
const changesOf = (campaign: Campaign, { chains = [], limits = [], ladders = [] }: Asked): Changes => {
  const { plan } = campaign;
  const approvalsOf = (kind: string) => plan.stages.find((stage) => stage.kind === kind)?.approvals ?? [];
  return {
    chains: chains
      .map(({ stage, approvals: to }) => {
        const restarted = isExitMet(campaign, stage);
        return { stage, from: approvalsOf(stage), to, restarted };
      })
      .filter(isAnother),
    limits: limits
      .map(({ kind, limit: to }) => ({ kind, from: plan.handlingLimits[kind] ?? 'stageEnd', to }))
      .filter(isAnother),
    ladders: ladders
      .map(({ ladder, rungs: to }) => ({ ladder, from: plan.ladders[ladder], to }))
      .filter(isAnother),
  };
};

const isAnother = ({ from, to }: { readonly from: unknown; readonly to: unknown }): boolean =>
  hashOf(from as Json) !== hashOf(to as Json);

/** Each stage, kind and ladder once. */
const faultOfNames = ({ chains = [], limits = [], ladders = [] }: Asked): Fault =>
  firstFault(
    () =>
      faultOfTwice(
        chains.map(({ stage }) => stage),
        'chains',
        'stage',
      ),
    () =>
      faultOfTwice(
        limits.map(({ kind }) => kind),
        'limits',
        'kind',
      ),
    () =>
      faultOfTwice(
        ladders.map(({ ladder }) => ladder),
        'ladders',
        'ladder',
      ),
    () =>
      faultOfEach(ladders, 'ladders', ({ ladder }, at) =>
        ladderNames.includes(ladder) ? null : invalid(at),
      ),
  );

const faultOfTwice = (names: readonly string[], list: string, field: string): Fault => {
  const at = names.findIndex((name, index) => names.indexOf(name) !== index);
  return at < 0
    ? null
    : { code: 'NOT_UNIQUE', field: `${list}[${at}].${field}`, params: { code: names[at] ?? '' } };
};

/** The secretary's own step is what signs a campaign off, so that chain keeps it. */
const faultOfChain = (
  campaign: Campaign,
  { stage, approvals }: NonNullable<Asked['chains']>[number],
  at: string,
): Fault => {
  if (!hasStage(campaign, stage)) return { code: 'STAGE_NOT_PLANNED', field: `${at}.stage` };
  const field = `${at}.approvals`;
  if (approvals.length === 0 || approvals.length > TEMPLATE_LIMITS.approvalSteps) return invalid(field);
  if (stage === 'signOff' && !approvals.some((posts) => posts.includes('secretary'))) return invalid(field);
  return faultOfEach(approvals, field, faultOfPosts) ?? faultOfLoosening(campaign, stage, approvals, field);
};

/** Whoever edits a chain does not edit away who watches them: the unit above, and somebody beside the secretary. */
const faultOfLoosening = (campaign: Campaign, stage: string, to: Chain, field: string): Fault => {
  const from = campaign.plan.stages.find(({ kind }) => kind === stage)?.approvals ?? [];
  const isKept = (is: (step: Chain[number]) => boolean): boolean => !from.some(is) || to.some(is);
  const isAbove = (step: Chain[number]): boolean => step.every((post) => post.endsWith('@parent'));
  const isBeside = (step: Chain[number]): boolean => !step.includes('secretary');
  return isKept(isAbove) && isKept(isBeside) ? null : { code: 'SEPARATION_OF_DUTIES', field };
};

/** The dates of measures and problems are their own plan's; every other kind has a limit that can be changed. */
const faultOfLimit = (
  { plan }: Campaign,
  { kind, limit }: NonNullable<Asked['limits']>[number],
  at: string,
): Fault => {
  if (!obligationKinds.includes(kind)) return invalid(`${at}.kind`);
  if (['measure.dueOn', 'problem.dueOn'].includes(String(plan.handlingLimits[kind])))
    return invalid(`${at}.kind`);
  const field = `${at}.limit`;
  return (
    faultOfDuration(limit, field) ??
    (mostDays(limit) <= longestLimit
      ? null
      : { code: 'OUT_OF_BOUNDS', field, params: { min: 1, max: longestLimit } })
  );
};
