import {
  askingFor,
  at,
  granting,
  launched,
  people,
  refusing,
  returning,
  send,
  theOwed,
  theProblem,
  whenProblemIs,
  whoOwes,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { Channel } from '../delivery/channels';
import { recipients } from '../delivery/recipients';
import type { CampaignCommand } from './campaign.commands';
import { outcomeOf } from './outcomes';

/** What a deed tells, and whom. */
const toldBy = (
  world: CampaignWorld,
  person: string,
  command: CampaignCommand,
  channel: Channel = 'email',
) => {
  const after = send(world, person, command);
  return after.log.slice(world.log.length).flatMap(({ event }) => {
    const outcome = outcomeOf(world.campaign, event);
    if (!outcome) return [];
    const { directory, campaign } = world;
    const row = { to: [outcome.to], copy: [], outcome: { by: person } };
    const reached = recipients(row, directory, campaign.unitId, channel);
    return [[outcome.what, ...reached.map(({ personId, as }) => `${personId} ${as}`)]];
  });
};

const rectifying = whenProblemIs('rectifying');
const asked = send(
  rectifying,
  people.organiser,
  askingFor(rectifying, addDays(theProblem(rectifying).dueOn ?? '', 20)),
);
const claimed = whenProblemIs('claimed');
const owner = `${people.organiser} concerned`;

describe('RR4.11 an outcome that is nobody’s obligation', () => {
  it('is told to whom it concerns: the owner who asked, of a refusal', () =>
    expect(toldBy(asked, people.deputy, refusing(asked))).toEqual([['extensionRefused', owner]]));

  it('of a chain is its last step alone', () => {
    expect(toldBy(asked, people.deputy, granting(asked))).toEqual([]);
    const byLead = send(asked, people.deputy, granting(asked));
    expect(toldBy(byLead, people.secretary, granting(byLead))).toEqual([['extensionGranted', owner]]);
  });

  it('is a returned claim too', () =>
    expect(toldBy(claimed, people.discipline, returning(claimed, 'reviewCompletion', 'ReturnClaim'))).toEqual(
      [['claimReturned', owner]],
    ));

  it('is not told to the one whose deed it was', () => {
    const { holder } = theOwed(rectifying, 'claimCompletion');
    const row = { to: [holder], copy: [], outcome: { by: people.organiser } };
    const { directory, campaign } = rectifying;
    expect(whoOwes(rectifying, theOwed(rectifying, 'claimCompletion'))).toEqual([people.organiser]);
    expect(recipients(row, directory, campaign.unitId, 'email')).toEqual([]);
  });

  it('is for persons: no group and no program is told of it', () =>
    expect(toldBy(asked, people.deputy, refusing(asked), 'wecom')).toEqual([['extensionRefused']]));

  it('of a dropped letter is told to whoever is late, and nothing of an ordinary deed is an outcome', () => {
    const acknowledged = whenProblemIs('acknowledged');
    const { dueOn } = theOwed(acknowledged, 'submitPlan');
    let late = acknowledged;
    for (let day = -7; day <= 10; day += 1) {
      const now = `${addDays(dueOn, day)}T02:00:00.000Z`;
      if (now > late.now) late = send(at(late, now), 'system', { type: 'IssueReminders', data: {} });
    }
    const drop: CampaignCommand = { type: 'DropLetter', data: { letter: 1, reason: '已当面督促' } };
    expect(toldBy(late, people.secretary, drop)).toEqual([['letterDropped', owner]]);
    const { log, campaign } = launched();
    expect(log.filter(({ event }) => outcomeOf(campaign, event) !== null)).toEqual([]);
  });
});
