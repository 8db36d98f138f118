import { optionalStageKinds, type CampaignCommand, type LinkedCampaigns } from '@rectify/domain';
import { theProblem, whenProblemIs } from './campaign-scenes';
import { at, newWorld, send, withoutActivities, type CampaignWorld } from './campaign-world';
import { people, templateState, units } from './organisation';

/** Another campaign of the branch, of another template, beside `campaignId`'s. */
export const secondCampaignId = '01900000-0000-7000-8000-000000000002';

/** The second campaign on its first day, with the first beside it as it stands. */
export const besideTheFirst = (first: CampaignWorld, unitId = units.branch): CampaignWorld => {
  const template = withoutActivities(templateState('vulgarised-transactional'));
  const launch: CampaignCommand = {
    type: 'LaunchCampaign',
    data: {
      campaignId: secondCampaignId,
      unitId,
      template: 'vulgarised-transactional',
      serial: 1,
      leaveOut: optionalStageKinds,
    },
  };
  const launched = send(newWorld({ template }), people.secretary, launch);
  return at({ ...launched, linked: linkedTo(first) }, '2026-03-03T02:00:00.000Z');
};

const linkedTo = ({ campaign }: CampaignWorld): LinkedCampaigns => ({ [campaign.id]: campaign });

/** The same world while the other campaign went on. */
export const withFirst = (world: CampaignWorld, first: CampaignWorld): CampaignWorld => ({
  ...world,
  linked: { ...world.linked, ...linkedTo(first) },
});

/** 有此问题 by a problem of the first campaign. */
export const linking = (first: CampaignWorld, item: string, problemId: string): CampaignCommand => ({
  type: 'LinkProblem',
  data: { item, campaignId: first.campaign.id, problemId },
});

export const unlinking = (first: CampaignWorld, item: string, problemId: string): CampaignCommand => ({
  type: 'UnlinkProblem',
  data: { item, campaignId: first.campaign.id, problemId, reason: '关联有误' },
});

/** Both templates ask this item: whether talks reach everybody. */
export const LINKED_ITEM = 'B3-4';

/** The first campaign with two problems included at that item, and the second beside it, before and after it links to one. */
export const linkedScene = () => {
  const findings = { [LINKED_ITEM]: ['谈心谈话未做到全覆盖', '谈话记录不全'] };
  const first = whenProblemIs('included', findings);
  const problem = theProblem(first);
  const link = linking(first, LINKED_ITEM, problem.id);
  const begun = besideTheFirst(first);
  return { findings, first, problem, link, begun, linked: send(begun, people.organiser, link) };
};
