import {
  assign,
  at,
  commandOf,
  discharge,
  inCampaign,
  launched,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  walk,
  whoOwes,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import { isPledgeSigned } from './activities';
import { stageHash } from './basis';
import type { CampaignCommand } from './campaign.commands';
import { react } from './campaign.process';

const asked = launched({ template: templateState() });
const begun = at(asked, '2026-03-03T02:00:00.000Z');
const plan = (plannedOn: string, nth = 1, kind = 'seminar'): CampaignCommand => ({
  type: 'PlanActivity',
  data: { kind, nth, plannedOn },
});
const record = (more: object = {}): CampaignCommand => ({
  type: 'RecordActivity',
  data: { kind: 'seminar', nth: 1, people: 23, ...more },
});
const keys = (world: CampaignWorld) => owedNow(world).map(({ key }) => key);
const planned = send(begun, people.organiser, plan('2026-03-20'));

describe('an activity', () => {
  it('is planned by obligation once its stage is open, of its own duty', () => {
    expect(keys(begun)).toContain('planActivity:seminar#1:1');
    expect(keys(begun)).not.toContain('planActivity:partyLecture#1:1');
    expect(whoOwes(begun, theOwed(begun, 'planActivity', 'seminar'))).toEqual([people.organiser]);
    inCampaign(begun).when(people.publicity, plan('2026-03-20')).thenRefused('NOT_YOURS');
    const given = send(begun, people.secretary, assign('activityOwner', 'seminar#1', people.publicity));
    inCampaign(given).when(people.publicity, plan('2026-03-20')).then({ type: 'ActivityPlanned' });
    inCampaign(begun)
      .when(people.secretary, assign('activityOwner', 'seminar#9', people.publicity))
      .thenRefused('SUBJECT_UNKNOWN');
  });

  it('lies in the window of its stage, and within a month where that has passed', () => {
    inCampaign(begun).when(people.organiser, plan('2026-03-02')).thenRefused('DUE_BEFORE_START', 'plannedOn');
    inCampaign(begun).when(people.organiser, plan('2026-03-31')).thenRefused('DUE_TOO_LATE', 'plannedOn');
    inCampaign(begun).when(people.organiser, plan('2026-02-30')).thenRefused('INVALID', 'plannedOn');
    const late = at(begun, '2026-04-10T02:00:00.000Z');
    inCampaign(late).when(people.organiser, plan('2026-05-11')).then({ type: 'ActivityPlanned' });
    inCampaign(late).when(people.organiser, plan('2026-05-12')).thenRefused('DUE_TOO_LATE', 'plannedOn');
  });

  it('is owed by its planned day, which may be moved until it is held', () => {
    expect(theOwed(planned, 'holdActivity')).toMatchObject({ dueOn: '2026-03-20', dueVersion: 1 });
    expect(keys(planned)).not.toContain('planActivity:seminar#1:1');
    const moved = send(planned, people.organiser, plan('2026-03-27'));
    expect(theOwed(moved, 'holdActivity')).toMatchObject({ dueOn: '2026-03-27', dueVersion: 2 });
    inCampaign(planned).when(people.organiser, plan('2026-03-20')).then();
  });

  it('is recorded with its day, its kind and a number of people, and nobody’s name', () => {
    inCampaign(planned)
      .when(people.organiser, record())
      .then({
        type: 'ActivityHeld',
        data: { kind: 'seminar', nth: 1, heldOn: '2026-03-03', people: 23, on: '2026-03-03' },
      });
    const held = send(planned, people.organiser, record());
    expect(owedNow(held, 'holdActivity')).toEqual([]);
  });

  it('may be held beside what the template asks for, the next of its kind', () => {
    inCampaign(begun)
      .when(people.organiser, plan('2026-03-20', 2))
      .then({ type: 'ActivityPlanned', data: { nth: 2 } });
    inCampaign(begun).when(people.organiser, plan('2026-03-20', 3)).thenRefused('OUT_OF_BOUNDS', 'nth');
    inCampaign(begun)
      .when(people.organiser, plan('2026-03-20', 1, 'banquet'))
      .thenRefused('INVALID', 'kind');
  });

  it('is nothing to a campaign whose plan asks for none', () => {
    const plain = at(launched(), '2026-03-03T02:00:00.000Z');
    expect(owedNow(plain, 'planActivity')).toEqual([]);
    expect(owedNow(plain, 'draftPledgeText')).toEqual([]);
  });
});

describe('a pledge', () => {
  const drafted = send(begun, people.organiser, discharge(theOwed(begun, 'draftPledgeText')));
  const sign = (world: CampaignWorld): CampaignCommand => ({
    type: 'SignPledge',
    data: { basisHash: world.campaign.pledge?.hash ?? '' },
  });
  const draft = (text: string, who?: readonly string[]): CampaignCommand => ({
    type: 'DraftPledgeText',
    data: { text, ...(who && { people: who }) },
  });
  const compare = (person: string, world = drafted): CampaignCommand => ({
    type: 'ComparePledge',
    data: { person, basisHash: world.campaign.pledge?.hash ?? '', verdict: 'kept', reason: '做到了' },
  });

  it('is signed by each member of the leading group for themselves, or by whom the drafting names', () => {
    const signers = [people.secretary, people.deputy, people.organiser, people.discipline, people.publicity];
    expect(owedNow(drafted, 'signPledge').flatMap((one) => whoOwes(drafted, one))).toEqual(signers);
    const signed = inCampaign(drafted)
      .when(people.deputy, sign(drafted))
      .then({ type: 'PledgeSigned' })
      .world();
    expect(owedNow(signed, 'signPledge').map(({ subject }) => subject.id)).not.toContain(people.deputy);
    inCampaign(signed).when(people.deputy, sign(drafted)).thenRefused('ALREADY_DECIDED');
    inCampaign(drafted).when(people.member, sign(drafted)).thenRefused('NOT_YOURS');
    const two = send(begun, people.organiser, draft('带头整改', [people.member, people.deputy]));
    inCampaign(two).when(people.member, sign(two)).then({ type: 'PledgeSigned' });
    inCampaign(two).when(people.secretary, sign(two)).thenRefused('NOT_YOURS');
    inCampaign(begun)
      .when(people.organiser, draft('带头整改', [people.deputy, 'p-nobody']))
      .thenRefused('PERSON_UNKNOWN', 'people[1]');
    inCampaign(begun)
      .when(people.organiser, draft('带头整改', [people.deputy, people.deputy]))
      .thenRefused('INVALID', 'people');
  });

  it('is signed on the hash of its text: another text is signed anew, the same one is not', () => {
    const signed = send(drafted, people.deputy, sign(drafted));
    const again = send(signed, people.organiser, draft('另一份承诺'));
    expect(owedNow(again, 'signPledge')).toHaveLength(5);
    inCampaign(again).when(people.deputy, sign(drafted)).thenRefused('BASIS_CHANGED', 'basisHash');
    const text = drafted.campaign.pledge?.text ?? '';
    const fewer = send(signed, people.organiser, draft(text, [people.deputy, people.secretary]));
    expect(owedNow(fewer, 'signPledge').map(({ subject }) => subject.id)).toEqual([people.secretary]);
  });

  it('is owed again to nobody who left, once another list is drafted', () => {
    const directory = withPosts(drafted.directory, ['ends', 'publicityMember', people.publicity]);
    const left = { ...drafted, directory };
    inCampaign(left).when(people.publicity, sign(left)).thenRefused('NOT_YOURS');
    const next = send(left, people.organiser, draft(drafted.campaign.pledge?.text ?? ''));
    expect(owedNow(next, 'signPledge')).toHaveLength(4);
  });

  it('is held against what was done at the year’s end, by somebody else than who pledged', () => {
    const signed = send(send(drafted, people.deputy, sign(drafted)), people.secretary, sign(drafted));
    expect(theOwed(signed, 'comparePledge')).toMatchObject({ since: '2026-12-01', dueOn: '2026-12-31' });
    inCampaign(signed).when(people.secretary, compare(people.deputy)).thenRefused('NOT_YET_YEAR_END');
    const december = at(signed, '2026-12-02T02:00:00.000Z');
    const of = (person: string) =>
      owedNow(december, 'comparePledge')
        .filter(({ subject }) => subject.id === person)
        .flatMap((one) => whoOwes(december, one));
    expect([of(people.deputy), of(people.secretary)]).toEqual([
      [people.secretary],
      [people.districtSecretary],
    ]);
    inCampaign(december)
      .when(people.secretary, compare(people.secretary))
      .thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(december).when(people.secretary, compare(people.discipline)).thenRefused('PLEDGE_NOT_SIGNED');
    const compared = inCampaign(december)
      .when(people.secretary, compare(people.deputy))
      .then({ type: 'PledgeCompared', data: { person: people.deputy, verdict: 'kept' } })
      .world();
    inCampaign(compared).when(people.secretary, compare(people.deputy)).thenRefused('ALREADY_DECIDED');
  });
});

describe('the stage of mobilisation', () => {
  const begins = at(launched({ template: templateState() }, []), '2026-03-03T02:00:00.000Z');
  const isOver = ({ campaign }: CampaignWorld) => campaign.stages[0]?.closed !== null;
  const signed = walk(begins, {}, isOver, ['approveStage']);

  it('R3.3 signs when what the plan asks of it was held and its pledge is signed by everybody it was laid before', () => {
    expect(theOwed(signed, 'approveStage').subject.id).toBe('mobilisation#0');
    const { activities, pledge } = signed.campaign;
    expect(activities['theoryStudy#1']?.held).not.toBeNull();
    expect(Object.keys(pledge?.signed ?? {})).toHaveLength(5);
    // What is asked of later stages does not hold it up.
    expect(owedNow(signed, 'holdActivity')).toEqual([]);
    expect(Object.keys(activities)).toEqual(['theoryStudy#1']);
    expect(isOver(walk(begins, {}, isOver))).toBe(true);
    for (const undone of ['planActivity', 'holdActivity', 'draftPledgeText', 'signPledge'] as const) {
      const waiting = walk(begins, {}, isOver, [undone]);
      expect([undone, isOver(waiting), owedNow(waiting, 'approveStage')]).toEqual([undone, false, []]);
      const basisHash = stageHash(waiting.campaign, 'mobilisation');
      inCampaign(waiting)
        .when(people.secretary, { type: 'ApproveStage', data: { stage: 'mobilisation', basisHash } })
        .thenRefused('EXIT_NOT_MET');
    }
  });

  it('R3.3 is approved with who answers for which aspect: another assignment is another content', () => {
    const shown = commandOf(theOwed(signed, 'approveStage'));
    const assigned = send(signed, people.secretary, assign('aspectOwner', 'B1', people.publicity));
    inCampaign(assigned).when(people.secretary, shown).thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(assigned)
      .when(people.secretary, commandOf(theOwed(assigned, 'approveStage')))
      .then({ type: 'StageStepApproved' }, { type: 'StageClosed', data: { how: 'approved' } });
  });
});

describe('a campaign that is over but for its pledge', () => {
  const pledged = walk(begun, {}, ({ campaign }) => isPledgeSigned(campaign), ['signOffCampaign']);
  const chained = walk(pledged, {}, () => false, ['comparePledge']);
  const isOpen = ({ campaign }: CampaignWorld) => campaign.status === 'open';

  it('RR2.17 RR2.18 keeps the comparison until the year’s end, and is over with the last of them', () => {
    expect(chained.campaign.stages.every(({ closed }) => closed !== null)).toBe(true);
    expect(chained.campaign.signedOffOn).not.toBeNull();
    expect(isOpen(chained)).toBe(true);
    expect(new Set(owedNow(chained).map(({ kind }) => kind))).toEqual(new Set(['comparePledge']));
    expect(owedNow(chained)).toHaveLength(5);
    const agenda = react(chained.campaign, chained.now, chained.calendar);
    expect(agenda).toMatchObject({ stage: 'over', due: [], wake: { at: '2026-12-30T00:30:00.000Z' } });
    let last = chained;
    const over = walk(chained, {}, (world) => {
      if (isOpen(world)) last = world;
      return !isOpen(world);
    });
    expect(owedNow(last)).toHaveLength(1);
    expect(over.campaign.status).toBe('signedOff');
    expect(over.now.slice(0, 10)).toBe('2026-12-01');
    expect(react(over.campaign, over.now, over.calendar)).toMatchObject({ due: [], wake: null });
  });

  it('RR2.18 climbs its ladder: the process comes back for each rung', () => {
    let world = chained;
    const rungs: string[] = [];
    for (;;) {
      const { wake } = react(world.campaign, world.now, world.calendar);
      if (!wake) break;
      world = send(at(world, wake.at), 'system', { type: 'IssueReminders', data: {} });
      rungs.push(wake.label);
    }
    expect(rungs.length).toBeGreaterThan(2);
    expect(rungs).toContain('rung T');
    expect(isOpen(world)).toBe(true);
    expect(owedNow(world, 'comparePledge')).toHaveLength(5);
  });

  it('has pledged: no other text is drafted after the sign-off', () => {
    inCampaign(chained)
      .when(people.organiser, { type: 'DraftPledgeText', data: { text: '另一份承诺' } })
      .thenRefused('ALREADY_DECIDED');
  });
});
