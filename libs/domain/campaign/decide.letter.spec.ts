import { addDays } from '../calendar/civil-date';
import {
  assign,
  at,
  discharge,
  inCampaign,
  launched,
  ordinary,
  owedNow,
  people,
  send,
  theOwed,
  theProblem,
  whenProblemIs,
  whoOwes,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const remind: CampaignCommand = { type: 'IssueReminders', data: {} };
const issue = (letter = 1): CampaignCommand => ({ type: 'IssueLetter', data: { letter } });
const drop = (letter = 1): CampaignCommand => ({
  type: 'DropLetter',
  data: { letter, reason: '已当面督促' },
});

/** The plan of the one problem is late by so many days, and the process has done what is due on each day. */
const acknowledged = whenProblemIs('acknowledged');
const { dueOn } = theOwed(acknowledged, 'submitPlan');
const late = (days: number, from: CampaignWorld = acknowledged): CampaignWorld => {
  let world = from;
  for (let day = -7; day <= days; day += 1) {
    const now = `${addDays(dueOn, day)}T02:00:00.000Z`;
    if (now > world.now) world = send(at(world, now), 'system', remind);
  }
  return world;
};
const letters = ({ campaign }: CampaignWorld) => campaign.letters.map(({ kind }) => kind);
const drafted = late(10);

describe('a letter', () => {
  it('R5.3 is drafted with its rung: 督办函 after 7 days, 约谈 after 15, 通报 after 30', () => {
    const aboutPlan = (world: CampaignWorld) =>
      world.campaign.letters.filter(({ key }) => key.startsWith('submitPlan:')).map(({ kind }) => kind);
    expect([aboutPlan(late(5)), aboutPlan(drafted)]).toEqual([[], ['supervisionLetter']]);
    expect(aboutPlan(late(35))).toEqual(['supervisionLetter', 'interview', 'circular']);
    expect(drafted.campaign.letters[0]).toMatchObject({
      key: theOwed(acknowledged, 'submitPlan').key,
      dueVersion: 1,
      problemId: theProblem(acknowledged).id,
      dueOn,
      decided: null,
    });
    expect(drafted.campaign.letters[0]?.daysLate).toBeGreaterThanOrEqual(7);
  });

  it('is drafted once a kind, obligation and due version, and after a standstill the latest only', () => {
    const again = send(drafted, 'system', remind);
    expect(letters(again)).toEqual(letters(drafted));
    const still = send(at(acknowledged, `${addDays(dueOn, 20)}T02:00:00.000Z`), 'system', remind);
    expect(letters(still)).toEqual(['interview']);
  });

  it('R4.18 R5.3 is issued by the secretary under a number that is never used again', () => {
    expect(whoOwes(drafted, theOwed(drafted, 'decideLetter'))).toEqual([people.secretary]);
    const issued = inCampaign(drafted)
      .when(people.secretary, issue())
      .then({
        type: 'LetterIssued',
        data: { letter: 1, kind: 'supervisionLetter', number: 'PDH-2026-B01督〔2026〕1号' },
      })
      .world();
    expect(owedNow(issued, 'decideLetter')).toEqual([]);
    inCampaign(issued).when(people.secretary, issue()).thenRefused('ALREADY_DECIDED');
    inCampaign(issued).when(people.secretary, drop()).thenRefused('ALREADY_DECIDED');
    inCampaign(drafted).when(people.organiser, issue()).thenRefused('NOT_YOURS');
    inCampaign(drafted).when(people.secretary, issue(9)).thenRefused('LETTER_UNKNOWN', 'letter');
    const more = late(35, issued);
    const next = more.campaign.letters.find(({ decided }) => decided === null)?.letter ?? 0;
    inCampaign(more)
      .when(people.secretary, issue(next))
      .then({ type: 'LetterIssued', data: { number: 'PDH-2026-B01函〔2026〕1号' } });
  });

  it('R4.18 counts the numbers of its kind on, whatever was dropped between', () => {
    const issued = send(drafted, people.secretary, issue());
    const working = whenProblemIs('rectifying', ordinary, issued);
    const due = theProblem(working).dueOn ?? '';
    const again = send(at(working, `${addDays(due, 10)}T02:00:00.000Z`), 'system', remind);
    const open = again.campaign.letters.filter(({ decided }) => decided === null);
    // The measure and the claim are late by one and the same day.
    expect(open.map(({ kind }) => kind)).toEqual(['supervisionLetter', 'supervisionLetter']);
    const [first, second] = open.map(({ letter }) => letter);
    const done = send(send(again, people.secretary, drop(first)), people.secretary, issue(second));
    expect(done.campaign.letters.map(({ number }) => number)).toEqual([
      'PDH-2026-B01督〔2026〕1号',
      null,
      'PDH-2026-B01督〔2026〕2号',
    ]);
  });

  it('R5.3 is dropped with a reason, and then has no number', () => {
    const dropped = inCampaign(drafted)
      .when(people.secretary, drop())
      .then({ type: 'LetterDropped', data: { reason: '已当面督促' } })
      .world();
    expect(dropped.campaign.letters[0]?.number).toBeNull();
  });

  it('is the upper unit’s to decide where the secretary is the late one', () => {
    const own = send(
      acknowledged,
      people.secretary,
      assign('owner', theProblem(acknowledged).id, people.secretary),
    );
    const world = late(14, own);
    const about = owedNow(world, 'decideLetter').filter(({ subject }) => subject.problemId !== undefined);
    expect(about.flatMap((one) => whoOwes(world, one))).toEqual([people.districtSecretary]);
    inCampaign(world).when(people.secretary, issue()).thenRefused('SEPARATION_OF_DUTIES');
  });

  it('is disarmed when what it is about is done, and when it changes hands a new ladder begins', () => {
    const done = send(drafted, people.organiser, discharge(theOwed(drafted, 'submitPlan'), ordinary));
    expect(owedNow(done, 'decideLetter')).toEqual([]);
    inCampaign(done).when(people.secretary, issue()).thenRefused('LETTER_OVERTAKEN', 'letter');
    const moved = send(drafted, people.secretary, assign('owner', theProblem(drafted).id, people.publicity));
    expect(theOwed(moved, 'submitPlan').dueVersion).toBe(2);
    expect(owedNow(moved, 'decideLetter')).toEqual([]);
    inCampaign(moved).when(people.secretary, issue()).thenRefused('LETTER_OVERTAKEN', 'letter');
  });

  it('is disarmed with the campaign that is cancelled', () => {
    const withdrawn = send(launched(), people.secretary, {
      type: 'WithdrawLaunch',
      data: { reason: '重复' },
    });
    expect(owedNow(withdrawn)).toEqual([]);
  });

  it('waits for the secretary’s successor where the post is vacant, meanwhile for the unit above', () => {
    const directory = withPosts(drafted.directory, ['ends', 'secretary', people.secretary]);
    const vacant = { ...drafted, directory };
    expect(whoOwes(vacant, theOwed(vacant, 'decideLetter'))).toEqual([people.districtSecretary]);
  });
});
