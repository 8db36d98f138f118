import { shippedTemplates } from '@rectify/domain';
import { accepted, claimShown, later, send } from './bypass-play';
import { reason, type Bypass } from './bypasses-of-persons';

const chain = (approvals: readonly (readonly string[])[]) => ({
  chains: [{ stage: 'signOff', approvals }],
  reason,
});

/** Another order than the rule's, or another rule while it is applied. */
export const ofRules: readonly Bypass[] = [
  {
    what: 'acceptance comes before the review',
    state: 'claimed',
    tried: (play) => send(play, 'A', 'AcceptCompletion', claimShown(play)),
    refused: [409, 'NOT_YET_REVIEWED'],
  },
  {
    what: 'the signature comes before the review',
    state: 'claimed',
    tried: (play) => send(play, 'S', 'SignOffProblem', claimShown(play)),
    refused: [409, 'NOT_YET_REVIEWED'],
  },
  {
    what: 'a review is given twice',
    state: 'reviewed',
    tried: (play) => send(play, 'R', 'PassReview', claimShown(play)),
    refused: [409, 'ALREADY_DECIDED'],
  },
  {
    what: 'a stage under way is re-planned past the unit above',
    state: 'rectifying',
    first: (play) =>
      accepted(
        play,
        'S',
        'ReplanCampaign',
        chain([['disciplineMember'], ['secretary'], ['supervisor@parent']]),
      ),
    tried: (play) => send(play, 'S', 'ReplanCampaign', chain([['disciplineMember'], ['secretary']])),
    refused: [409, 'SEPARATION_OF_DUTIES', 'chains[0].approvals'],
  },
  {
    what: 'a template without a vote is published while a list waits for one',
    state: 'vote',
    first: (play) => {
      const shipped = shippedTemplates().find(({ slug }) => slug === 'bland-casual');
      const definition = { ...shipped };
      delete (definition as { vote?: unknown }).vote;
      return accepted(play, 'S', 'PublishTemplate', { definition });
    },
    tried: async (play) => {
      const { vote } = (await later(play)).campaign;
      return send(play, 'S', 'ConfirmProblemList', { basisHash: vote?.basisHash });
    },
    refused: [409, 'VOTE_REQUIRED'],
  },
];
