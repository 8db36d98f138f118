import {
  assign,
  at,
  inCampaign,
  launched,
  newWorld,
  ordinary,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  triage,
  units,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const subjectOf = (world: CampaignWorld): string => theProblem(world).id;

const claimed = whenProblemIs('claimed');
const id = subjectOf(claimed);

/** The secretary owns every problem. */
const ownedBySecretary = (status: 'rectifying' | 'claimed'): CampaignWorld => {
  const template = templateState();
  for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
  return whenProblemIs(status, ordinary, launched({ template }));
};

describe('assigning a duty', () => {
  it('RR1.16 is the secretary’s; the person named holds it from then on', () => {
    const named = inCampaign(claimed)
      .when(people.secretary, assign('reviewer', id, people.member))
      .then({
        type: 'DutyAssigned',
        data: { duty: 'reviewer', subject: id, person: people.member, reason: '工作需要' },
      })
      .world();
    expect(theOwed(named, 'reviewCompletion').holder.person).toBe(people.member);
    inCampaign(named)
      .when(people.secretary, assign('reviewer', id, people.member))
      .then();
  });

  it('R5.5 RR3.3 re-arms what is owed: the due version rises, the date stays', () => {
    const before = theOwed(claimed, 'reviewCompletion');
    const named = send(claimed, people.secretary, assign('reviewer', id, people.member));
    expect(theOwed(named, 'reviewCompletion')).toMatchObject({
      key: before.key,
      dueOn: before.dueOn,
      dueVersion: 2,
    });
  });

  it('covers an aspect, its problems with it, and a single measure', () => {
    const begun = send(launched(), people.secretary, assign('aspectOwner', 'B3', people.member));
    expect(theOwed(begun, 'answerCheckItem', 'B3').holder.person).toBe(people.member);
    const later = send(whenProblemIs('issued'), people.secretary, assign('aspectOwner', 'B3', people.member));
    expect(theOwed(later, 'acknowledgeProblem').holder.person).toBe(people.member);
    const rectifying = whenProblemIs('rectifying');
    const measure = theProblem(rectifying).plan?.measures[0]?.id ?? '';
    const one = send(rectifying, people.secretary, assign('owner', measure, people.member));
    expect(theOwed(one, 'finishMeasure').holder).toMatchObject({
      person: people.member,
      duty: { kind: 'owner', subject: measure },
    });
    expect(theOwed(one, 'claimCompletion').holder.person).toBeNull();
    expect(theProblem(one).doers).toContain(people.member);
  });

  it('is refused to others, the upper unit’s secretary among them while the secretary may', () => {
    for (const person of [
      people.deputy,
      people.member,
      people.outsider,
      people.districtSecretary,
      'system' as const,
    ])
      inCampaign(claimed)
        .when(person, assign('reviewer', id, people.member))
        .thenRefused('NOT_YOURS');
    inCampaign(claimed)
      .when(people.member, assign('reviewer', 'none', people.member))
      .thenRefused('NOT_YOURS');
  });

  it('RR1.16 goes up where the secretary is the conflict: nobody picks the judge of their own work', () => {
    const own = ownedBySecretary('claimed');
    inCampaign(own)
      .when(people.secretary, assign('reviewer', subjectOf(own), people.member))
      .thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(own)
      .when(people.districtSecretary, assign('reviewer', subjectOf(own), people.member))
      .then({ type: 'DutyAssigned' });
    inCampaign(own)
      .when(people.secretary, assign('owner', subjectOf(own), people.member))
      .then({ type: 'DutyAssigned' });
  });

  it('RR1.16 goes up where the post is vacant, and stays with a barred secretary where nobody is above', () => {
    const vacant = {
      ...claimed,
      directory: withPosts(claimed.directory, ['ends', 'secretary', people.secretary]),
    };
    inCampaign(vacant)
      .when(people.districtSecretary, assign('reviewer', id, people.member))
      .then({ type: 'DutyAssigned' });
    const own = ownedBySecretary('claimed');
    const topmost = {
      ...own,
      directory: withPosts(own.directory, ['ends', 'secretary', people.districtSecretary, units.district]),
    };
    inCampaign(topmost)
      .when(people.secretary, assign('signer', subjectOf(own), people.member))
      .then({ type: 'DutyAssigned' });
  });

  it('makes nobody their own judge', () => {
    inCampaign(claimed)
      .when(people.secretary, assign('reviewer', id, people.secretary))
      .thenRefused('SELF_ASSIGNMENT', 'person');
    inCampaign(claimed)
      .when(people.secretary, assign('owner', id, people.secretary))
      .then({ type: 'DutyAssigned' });
    const vacant = {
      ...claimed,
      directory: withPosts(claimed.directory, ['ends', 'secretary', people.secretary]),
    };
    inCampaign(vacant)
      .when(people.districtSecretary, assign('acceptor', id, people.districtSecretary))
      .thenRefused('SELF_ASSIGNMENT');
  });

  it.each([
    ['the owner as reviewer', 'reviewer', people.organiser],
    ['the owner as lead', 'lead', people.organiser],
    ['the reviewer as acceptor', 'acceptor', people.discipline],
    ['the lead as signer', 'signer', people.deputy],
  ] as const)('refuses %s', (_, duty, person) => {
    inCampaign(claimed)
      .when(people.secretary, assign(duty, id, person))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it.each([
    [
      'a problem that does not exist',
      assign('owner', 'constructor', people.member),
      'SUBJECT_UNKNOWN',
      'subject',
    ],
    [
      'an aspect that the plan has not',
      assign('aspectOwner', 'B9', people.member),
      'SUBJECT_UNKNOWN',
      'subject',
    ],
    [
      'a judge for a measure',
      assign('reviewer', theProblem(claimed).plan?.measures[0]?.id ?? '', people.member),
      'SUBJECT_UNKNOWN',
      'subject',
    ],
    ['somebody who holds no post', assign('owner', id, 'p-nobody'), 'PERSON_UNKNOWN', 'person'],
  ] as const)('refuses %s', (_, command, code, field) => {
    inCampaign(claimed).when(people.secretary, command).thenRefused(code, field);
  });

  it('is over with what the duty is for', () => {
    const closed = whenProblemIs('closed');
    inCampaign(at(closed, '2027-01-04T02:00:00.000Z'))
      .when(people.secretary, assign('owner', subjectOf(closed), people.member))
      .thenRefused('ALREADY_DECIDED', { params: { on: closed.now.slice(0, 10) } });
    inCampaign(claimed)
      .when(people.secretary, assign('triager', id, people.member))
      .thenRefused('ALREADY_DECIDED');
    const measure = theProblem(claimed).plan?.measures[0]?.id ?? '';
    inCampaign(claimed)
      .when(people.secretary, assign('owner', measure, people.member))
      .thenRefused('ALREADY_DECIDED');
    inCampaign(newWorld())
      .when(people.secretary, assign('owner', id, people.member))
      .thenRefused('NOT_FOUND');
  });

  it('is over for what was excluded or handed over, from the day of its triage', () => {
    const reported = whenProblemIs('reported');
    const problemId = subjectOf(reported);
    for (const decision of ['exclude', 'handOver'] as const) {
      const gone = send(reported, people.secretary, triage(problemId, decision));
      inCampaign(at(gone, '2027-01-04T02:00:00.000Z'))
        .when(people.secretary, assign('owner', problemId, people.member))
        .thenRefused('ALREADY_DECIDED', { params: { on: reported.now.slice(0, 10) } });
    }
    inCampaign(reported)
      .when(people.secretary, assign('triager', problemId, people.member))
      .then({ type: 'DutyAssigned' });
  });

  it('is assigned in the post of the one who does it', () => {
    const named = send(claimed, people.secretary, assign('reviewer', id, people.member));
    expect(named.log.find(({ event }) => event.type === 'DutyAssigned')?.actor).toMatchObject({
      personId: people.secretary,
      unitId: units.branch,
      post: 'secretary',
    });
  });

  it('RR4.2 does not outlive the person’s posts: who has left owes nothing, and the secretary is asked again', () => {
    const named = send(claimed, people.secretary, assign('reviewer', id, people.member));
    const left = { ...named, directory: withPosts(named.directory, ['ends', 'member', people.member]) };
    const { basisHash } = theOwed(left, 'reviewCompletion').action.defaults as { basisHash: string };
    const pass: CampaignCommand = { type: 'PassReview', data: { problemId: id, basisHash } };
    inCampaign(left).when(people.member, pass).thenRefused('NOT_YOURS');
    inCampaign(left).when(people.discipline, pass).thenRefused('NOT_YOURS');
    inCampaign(left).when(people.secretary, pass).thenRefused('NOBODY_ELIGIBLE');
    inCampaign(left)
      .when(people.secretary, assign('reviewer', id, people.discipline))
      .then({ type: 'DutyAssigned' });
  });
});
