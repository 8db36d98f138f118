import type { ActionView } from '@rectify/contracts';
import type { Standing } from '@rectify/application';
import {
  admits,
  campaignDecider,
  civilDateOf,
  isStageOpen,
  allItems,
  canonical,
  itemToLink,
  type Action,
  type Campaign,
  type CampaignCommand,
  type PersonId,
  problemOf,
  readable,
  type ReadonlyProblem,
  type Scope,
} from '@rectify/domain';
import { actionView } from '../obligations/action.view';
import { listProbes } from './list-probes';
import { rectificationProbes } from './rectification-probes';

export interface Probe extends Action {
  /** A command that stands for those the caller could send. */
  readonly command: CampaignCommand['type'];
  readonly data: unknown;
}

const probes = (standing: Standing, personId: PersonId): readonly Probe[] => {
  const { campaign, now } = standing;
  const reason = '-';
  const takingBack = (
    command: 'WithdrawClaim' | 'WithdrawReview' | 'WithdrawStep',
    is: (problem: ReadonlyProblem) => boolean,
  ) =>
    campaign.order
      .filter((id) => {
        const problem = problemOf(campaign, id);
        return problem !== undefined && is(problem);
      })
      .map((problemId): Probe => ({ command, defaults: { problemId }, data: { problemId, reason } }));
  const [aspect] = campaign.plan.aspects;
  const open = campaign.stages.filter(({ kind }) => isStageOpen(campaign, kind, civilDateOf(now)));
  return [
    ...open.map(({ kind: stage }) => {
      const defaults = { stage };
      return { command: 'ForceStage', defaults, data: { stage, reason } } as const;
    }),
    { command: 'WithdrawLaunch', defaults: {}, data: { reason } },
    { command: 'OrderMergedReview', defaults: {}, data: { reason } },
    {
      command: 'RegisterRuleMade',
      defaults: {},
      data: { number: reason, title: reason, effectiveOn: campaign.plan.startOn },
    },
    ...takingBack('WithdrawClaim', ({ status }) => status === 'claimed'),
    ...takingBack('WithdrawReview', ({ status }) => status === 'reviewed'),
    ...takingBack('WithdrawStep', ({ latest }) => latest?.by === personId),
    ...listProbes(standing),
    ...campaign.links.map(({ item, campaignId, problemId }): Probe => {
      const defaults = { item, campaignId, problemId };
      return { command: 'UnlinkProblem', defaults, data: { ...defaults, reason } };
    }),
    ...rectificationProbes(standing),
    {
      command: 'AssignDuty',
      defaults: {},
      data: { duty: 'aspectOwner', subject: aspect?.code ?? '', person: personId, reason },
    },
  ];
};

const isShown = ({ unitId }: Campaign, scope: Scope, { defaults }: Probe): boolean =>
  !('problemId' in defaults) ||
  admits(readable.problem, scope, { unit: unitId, problem: String(defaults['problemId']) });

/**
 * What the reader may do in a campaign besides what they owe: whatever the domain would accept, asked of the domain
 * itself, about problems that are theirs to read. Whoever was asked for one step from elsewhere reads no further.
 */
export const possibleActions = (standing: Standing, scope: Scope, hasOthers = false): ActionView[] => {
  const { campaign, now, directory, calendar } = standing;
  const { personId } = scope;
  const context = { now, actor: { kind: 'person', personId } as const, directory, calendar };
  const offered = new Map<string, Probe>();
  for (const probe of probes(standing, personId)) {
    const { command, defaults, data } = probe;
    const key = canonical({ command, defaults });
    if (offered.has(key) || !isShown(campaign, scope, probe)) continue;
    if (campaignDecider.decide(campaign, { type: command, data } as CampaignCommand, context).ok)
      offered.set(key, probe);
  }
  const isLinking =
    hasOthers && allItems(campaign).some(({ code }) => itemToLink(campaign, code, context).ok);
  // To what, the form asks: the domain is asked for the items alone.
  const linking = isLinking ? [actionView(campaign.id, { command: 'LinkProblem', defaults: {} })] : [];
  return [...linking, ...[...offered.values()].map((probe) => actionView(campaign.id, probe))];
};
