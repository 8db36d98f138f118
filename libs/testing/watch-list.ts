import { summary, type Campaign, type CampaignEvent, type Obligation } from '@rectify/domain';
import { must } from './must';

/** What must never be of a problem list, from event to event and from state to state. */
export const watchList = () => {
  /** The hash of the list as it was last frozen. */
  let frozen: string | undefined;

  const event = ({ type, data }: CampaignEvent): void => {
    if (type !== 'ProblemListConfirmed') return;
    must(
      data.extends === undefined || data.extends === frozen,
      'a list extends the frozen one',
      data.extends,
    );
    frozen = data.basisHash;
  };

  const state = (campaign: Campaign, owed: readonly Obligation[]): void => {
    goneIsGone(campaign, owed);
    lateIsVotedOn(campaign);
  };

  return { event, state };
};

/** What was merged or split is owed nothing, counts nowhere, and leads to problems with numbers; and so it stays. */
const goneIsGone = (campaign: Campaign, owed: readonly Obligation[]): void => {
  const counted = summary(campaign).problems;
  for (const { id, status, number, goneInto } of Object.values(campaign.problems)) {
    must((goneInto !== null) === ['merged', 'split'].includes(status), 'gone is a status of its own', id);
    if (!goneInto) continue;
    const links = goneInto.problems.map((into) => campaign.problems[into]);
    must(links.length > 0 && links.every((each) => each?.number), 'what is gone leads to numbers', id);
    must(number !== null && !counted.includes(id), 'what is gone keeps its number and counts nowhere', id);
    must(!owed.some(({ subject }) => subject.problemId === id), 'what is gone is owed nothing', id);
  }
};

/** What came to a settled list has its own vote before it is issued, unless put right at once, and before the sign-off. */
const lateIsVotedOn = ({ problems, signedOffOn }: Campaign): void => {
  for (const { id, awaitsVote, fixType, status } of Object.values(problems)) {
    must(
      !awaitsVote || fixType === null || fixType === 'immediate',
      'what came to a settled list is issued after its vote only, unless it is put right at once',
      id,
    );
    must(
      signedOffOn === null || (status !== 'reported' && !awaitsVote),
      'a campaign is signed off with every report triaged and every late one voted on',
      id,
    );
  }
};
