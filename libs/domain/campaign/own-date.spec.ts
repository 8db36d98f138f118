import {
  askingFor,
  assign,
  inCampaign,
  launched,
  ordinary,
  people,
  reopening,
  send,
  templateState,
  theOwed,
  theProblem,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { CampaignCommand } from './campaign.commands';

const { secretary, organiser } = people;
const ownedBySecretary = (): CampaignWorld => {
  const template = templateState();
  for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
  return launched({ template });
};
const included = whenProblemIs('included');
const rectifying = whenProblemIs('rectifying');

describe('C4 who owns it or worked on it sets no date of it', () => {
  const own = whenProblemIs('included', ordinary, ownedBySecretary());
  const issuing = (world: CampaignWorld, more: object): CampaignCommand => ({
    type: 'IssueProblem',
    data: { problemId: theProblem(world).id, fixType: 'immediate', ...more },
  });
  const dueOn = addDays(own.now.slice(0, 10), 50);

  it('C4 by issuing it to themselves', () => {
    inCampaign(own).when(secretary, issuing(own, { dueOn })).thenRefused('SEPARATION_OF_DUTIES', 'dueOn');
    inCampaign(own).when(secretary, issuing(own, {})).then({ type: 'ProblemIssued' });
    inCampaign(included)
      .when(secretary, issuing(included, { dueOn, owner: secretary }))
      .thenRefused('SEPARATION_OF_DUTIES', 'dueOn');
    inCampaign(included)
      .when(secretary, issuing(included, { dueOn }))
      .then({ type: 'ProblemIssued', data: { dueOn } });
    inCampaign(own)
      .when(secretary, issuing(own, { dueOn, owner: organiser }))
      .then({ type: 'ProblemIssued' });
  });

  it('C4 by reopening it', () => {
    const over = whenProblemIs('closed', ordinary, ownedBySecretary());
    const far = addDays(over.now.slice(0, 10), 300);
    inCampaign(over).when(secretary, reopening(over, far)).thenRefused('SEPARATION_OF_DUTIES', 'dueOn');
    inCampaign(over).when(secretary, reopening(over)).then({ type: 'ProblemReopened' });
  });

  it('C4 by granting what they asked for', () => {
    const asked = send(
      rectifying,
      organiser,
      askingFor(rectifying, addDays(theProblem(rectifying).dueOn ?? '', 9)),
    );
    const { defaults } = theOwed(asked, 'decideExtension').action;
    const granting = { type: 'GrantExtension', data: defaults } as unknown as CampaignCommand;
    inCampaign(asked).when(organiser, granting).thenRefused('NOT_YOURS');
    inCampaign(asked)
      .when(secretary, assign('lead', theProblem(asked).id, organiser))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });
});
