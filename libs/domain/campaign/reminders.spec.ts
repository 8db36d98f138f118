import {
  at,
  campaignStream,
  launched,
  ordinary,
  people,
  send,
  templateState,
  theProblem,
  units,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import { recipients } from '../delivery/recipients';
import type { EventData } from './campaign.events';
import { remindersOf, type Reminder } from './reminders';

/** What the process issues at a moment, with whom it reaches. */
const issuedAt = (world: CampaignWorld, now: string): Reminder[] => {
  const late = at(world, now);
  const { log } = send(late, 'system', { type: 'IssueReminders', data: {} });
  const issued = log.slice(late.log.length).find(({ event }) => event.type === 'RemindersIssued');
  return remindersOf(late.campaign, campaignStream, issued?.event.data as EventData<'RemindersIssued'>);
};
const reaches = (world: CampaignWorld, reminder: Reminder | undefined) =>
  reminder &&
  recipients(reminder, world.directory, world.campaign.unitId, 'email').map(({ personId, as }) => [
    personId,
    as,
  ]);
const rung = (reminders: readonly Reminder[], kind: Reminder['kind'], name: string) =>
  reminders.find((one) => one.kind === kind && one.rung === name);

const rectifying = whenProblemIs('rectifying');

describe('a reminder', () => {
  it('RR3.4 is named by stream, obligation, due version and rung', () => {
    const { id } = theProblem(rectifying);
    const issued = issuedAt(rectifying, '2026-06-01T02:00:00.000Z');
    expect(rung(issued, 'claimCompletion', 'T+1')).toMatchObject({
      rungId: `${campaignStream}/claimCompletion:${id}:1:1:T+1`,
      dueOn: '2026-05-30',
      do: 'remindOverdue',
      merged: false,
    });
    expect(rung(issued, 'claimCompletion', 'T')).toMatchObject({ do: 'remind', merged: true, copy: [] });
  });

  it('R5.2 of work goes to the holder, a day late with a copy to the lead, three days late to the secretary too', () => {
    const day = issuedAt(rectifying, '2026-06-01T02:00:00.000Z');
    expect(reaches(rectifying, rung(day, 'claimCompletion', 'T+1'))).toEqual([
      [people.organiser, 'holder'],
      [people.deputy, 'copy'],
    ]);
    const three = issuedAt(rectifying, '2026-06-02T02:00:00.000Z');
    expect(reaches(rectifying, rung(three, 'claimCompletion', 'T+3'))).toEqual([
      [people.organiser, 'holder'],
      [people.deputy, 'copy'],
      [people.secretary, 'copy'],
    ]);
  });

  it('that drafts a letter goes to the secretary, who issues it', () => {
    const week = issuedAt(rectifying, '2026-06-08T02:00:00.000Z');
    expect(rung(week, 'claimCompletion', 'T+7')).toMatchObject({ do: 'draftLetter' });
    expect(reaches(rectifying, rung(week, 'claimCompletion', 'T+7'))).toEqual([[people.secretary, 'holder']]);
  });

  it('RR4.3 of the secretary’s own lateness goes up, however the secretary came to owe it', () => {
    const template = templateState();
    for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
    const byPost = whenProblemIs('rectifying', ordinary, launched({ template }));
    const byName = send(rectifying, people.secretary, {
      type: 'AssignDuty',
      data: { duty: 'owner', subject: theProblem(rectifying).id, person: people.secretary, reason: '亲自抓' },
    });
    for (const world of [byPost, byName]) {
      const late = issuedAt(world, '2026-06-15T02:00:00.000Z').filter(
        ({ kind }) => kind === 'claimCompletion',
      );
      const drafted = late.find(({ rung: name }) => name === 'T+7' || name === 'T+15');
      expect(reaches(world, drafted)).toEqual([[people.districtSecretary, 'holder']]);
    }
  });

  it('of another’s decision still reaches the secretary, though the secretary stands first on its list', () => {
    const led = whenProblemIs('reviewed', { 'B1-1': ['问题'] });
    const late = issuedAt(led, '2026-12-01T02:00:00.000Z');
    expect(reaches(led, rung(late, 'acceptCompletion', 'T+3'))).toEqual([
      [people.deputy, 'holder'],
      [people.secretary, 'copy'],
    ]);
  });

  it('of a decision a week late escalates to the upper unit, whose secretary stands in for a vacant supervisor', () => {
    const claimed = whenProblemIs('claimed');
    const escalated = rung(issuedAt(claimed, '2026-12-01T02:00:00.000Z'), 'reviewCompletion', 'T+7');
    expect(reaches(claimed, escalated)).toEqual([
      [people.supervisor, 'holder'],
      [people.districtSecretary, 'holder'],
    ]);
    const vacant = {
      ...claimed,
      directory: withPosts(claimed.directory, ['ends', 'supervisor', people.supervisor, units.district]),
    };
    expect(reaches(vacant, escalated)).toEqual([[people.districtSecretary, 'holder']]);
  });

  it('RR4.2 asks the secretary to assign somebody where nobody may act', () => {
    const left = {
      ...rectifying,
      directory: withPosts(rectifying.directory, ['ends', 'organisationMember', people.organiser]),
    };
    expect(reaches(left, rung(issuedAt(left, '2026-05-29T02:00:00.000Z'), 'claimCompletion', 'T-1'))).toEqual(
      [[people.secretary, 'assign']],
    );
  });

  it('says nothing of what is not owed', () => {
    const event: EventData<'RemindersIssued'> = {
      on: '2026-05-04',
      rungs: [{ key: 'claimCompletion:other:1', dueVersion: 1, rung: 'T', merged: false, on: '2026-05-04' }],
    };
    expect(remindersOf(rectifying.campaign, campaignStream, event)).toEqual([]);
  });
});
