import type { Id } from '../kernel/kernel';
import type { CampaignCommand } from './campaign.commands';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';

/** What is to be put right in another campaign before this one is signed off rests on that campaign's own log. */
export type LinkedCampaigns = Readonly<Record<Id, Campaign>>;

/**
 * The other campaigns that a command is decided on, in one order for everybody. Some are known by the command, some by
 * the state only: who loads for it asks again once the state is known (decision record 13).
 */
export const campaignsAskedBy = (
  { links }: Pick<Campaign, 'links'>,
  command: CampaignCommand,
): readonly Id[] => {
  if (command.type === 'LinkProblem') return [command.data.campaignId];
  const isSigned =
    command.type === 'SignOffCampaign' ||
    (command.type === 'ApproveStage' && command.data.stage === 'signOff');
  return isSigned ? [...new Set(links.map(({ campaignId }) => campaignId))].sort() : [];
};

/**
 * The code of the first linked problem that is neither closed nor kept up nor terminated where it is put right, or null.
 * What was merged or split there is followed to where it went. A campaign that nobody read says nothing: its problem is open.
 */
export const openLink = ({ links }: Pick<Campaign, 'links'>, linked: LinkedCampaigns): string | null => {
  for (const { campaignId, problemId, code } of links) {
    const other = Object.hasOwn(linked, campaignId) ? linked[campaignId] : undefined;
    const problem = other && problemOf(other, problemId);
    if (!other || !problem) return code;
    const open = openAmong(other, problem);
    if (open) return open.code ?? code;
  }
  return null;
};

const openAmong = (campaign: Campaign, problem: ReadonlyProblem): ReadonlyProblem | null => {
  if (!problem.goneInto) return isAtEnd(problem) ? null : problem;
  for (const id of problem.goneInto.problems) {
    const into = problemOf(campaign, id);
    const open = into ? openAmong(campaign, into) : problem;
    if (open) return open;
  }
  return null;
};

const isAtEnd = ({ status }: ReadonlyProblem): boolean =>
  status === 'closed' || status === 'sustained' || status === 'terminated';
