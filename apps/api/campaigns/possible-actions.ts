import type { ActionView } from '@rectify/contracts';
import type { Standing } from '@rectify/application';
import {
  campaignDecider,
  civilDateOf,
  isStageOpen,
  type Action,
  type CampaignCommand,
  type PersonId,
} from '@rectify/domain';
import { actionView } from '../obligations/action.view';

interface Probe extends Action {
  /** A command that stands for those the caller could send. */
  readonly command: CampaignCommand['type'];
  readonly data: unknown;
}

const probes = ({ campaign, now }: Standing, personId: PersonId): readonly Probe[] => {
  const reason = '-';
  const claimed = campaign.order.filter((id) => campaign.problems[id]?.status === 'claimed');
  const [aspect] = campaign.plan.aspects;
  const open = campaign.stages.filter(({ kind }) => isStageOpen(campaign, kind, civilDateOf(now)));
  return [
    ...open.map(({ kind: stage }) => {
      const defaults = { stage };
      return { command: 'ForceStage', defaults, data: { stage, reason } } as const;
    }),
    { command: 'WithdrawLaunch', defaults: {}, data: { reason } },
    {
      command: 'RegisterRuleMade',
      defaults: {},
      data: { number: reason, title: reason, effectiveOn: campaign.plan.startOn },
    },
    ...claimed.map((problemId) => {
      const defaults = { problemId };
      return { command: 'WithdrawClaim', defaults, data: { problemId, reason } } as const;
    }),
    {
      command: 'AssignDuty',
      defaults: {},
      data: { duty: 'aspectOwner', subject: aspect?.code ?? '', person: personId, reason },
    },
  ];
};

/** What a person may do in a campaign besides what they owe: whatever the domain would accept, asked of the domain itself. */
export const possibleActions = (standing: Standing, personId: PersonId): ActionView[] => {
  const { campaign, now, directory, calendar } = standing;
  const context = { now, actor: { kind: 'person', personId } as const, directory, calendar };
  return probes(standing, personId)
    .filter(
      ({ command, data }) =>
        campaignDecider.decide(campaign, { type: command, data } as CampaignCommand, context).ok,
    )
    .map((probe) => actionView(campaign.id, probe));
};
