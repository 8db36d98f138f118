import {
  askingFor,
  at,
  claiming,
  granting,
  inCampaign,
  ledBySecretary,
  ordinary,
  owedNow,
  people,
  refusing,
  send,
  separationBreaches,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  whoOwes,
  withRules,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import { extendedSince } from './rectification.state';

const rectifying = whenProblemIs('rectifying');
const due = theProblem(rectifying).dueOn ?? '';
const later = (days: number) => addDays(due, days);
const on = (world: CampaignWorld, day: string) => at(world, `${day}T02:00:00.000Z`);
const asked = send(rectifying, people.organiser, askingFor(rectifying, later(20)));
const grantedByLead = send(asked, people.deputy, granting(asked));
const granted = send(grantedByLead, people.secretary, granting(grantedByLead));

/** Asked for and granted by both, so many days after the present date. */
const extended = (world: CampaignWorld, days: number): CampaignWorld => {
  const date = addDays(theProblem(world).dueOn ?? '', days);
  const one = send(world, people.organiser, askingFor(world, date));
  const two = send(one, people.deputy, granting(one));
  return send(two, people.secretary, granting(two));
};

describe('asking for an extension', () => {
  it('R4.10 is the owner’s, while the problem is being put right', () => {
    inCampaign(rectifying)
      .when(people.organiser, askingFor(rectifying, later(20)))
      .then({
        type: 'ExtensionRequested',
        data: { reason: '需要上级审批', progress: '已完成初稿', dueOn: later(20), late: false },
      });
    inCampaign(rectifying)
      .when(people.deputy, askingFor(rectifying, later(20)))
      .thenRefused('NOT_YOURS');
    const planned = whenProblemIs('planSubmitted');
    inCampaign(planned)
      .when(people.organiser, askingFor(planned, later(20)))
      .thenRefused('NOT_RECTIFYING');
    inCampaign(rectifying)
      .when(people.organiser, askingFor(rectifying, later(20), { problemId: 'none' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('R4.10 R4.13 comes before the due day: on that day it is refused', () => {
    const before = on(rectifying, addDays(due, -1));
    inCampaign(before)
      .when(people.organiser, askingFor(before, later(5)))
      .then({ type: 'ExtensionRequested' });
    const there = on(rectifying, due);
    inCampaign(there)
      .when(people.organiser, askingFor(there, later(5)))
      .thenRefused('EXTENSION_TOO_LATE');
  });

  it('R4.13 comes late and is recorded as late where the plan allows that', () => {
    const cumulativeCap = { n: 60, unit: 'calendarDay' } as const;
    const lenient = withRules({ extension: { lateRequest: 'record', maxCount: 2, cumulativeCap } });
    const late = on(whenProblemIs('rectifying', ordinary, lenient), later(3));
    inCampaign(late)
      .when(people.organiser, askingFor(late, later(5)))
      .then({ type: 'ExtensionRequested', data: { late: true } });
    inCampaign(late)
      .when(people.organiser, askingFor(late, later(2)))
      .thenRefused('DUE_BEFORE_START', 'dueOn');
  });

  it('R4.10 R4.12 names a day after the present date and within the cap', () => {
    inCampaign(rectifying).when(people.organiser, askingFor(rectifying, due)).thenRefused('DUE_BEFORE_START');
    inCampaign(rectifying)
      .when(people.organiser, askingFor(rectifying, '2026-02-30'))
      .thenRefused('INVALID', 'dueOn');
    inCampaign(rectifying)
      .when(people.organiser, askingFor(rectifying, later(60)))
      .then({ type: 'ExtensionRequested' });
    inCampaign(rectifying)
      .when(people.organiser, askingFor(rectifying, later(61)))
      .thenRefused('DUE_TOO_LATE', 'dueOn');
  });

  it('waits for the decision on the one before', () => {
    inCampaign(asked)
      .when(people.organiser, askingFor(asked, later(30)))
      .thenRefused('EXTENSION_PENDING');
  });

  it('R4.12 is granted twice at most, both together within the cap', () => {
    const once = extended(rectifying, 20);
    const beyond = later(61);
    inCampaign(once).when(people.organiser, askingFor(once, beyond)).thenRefused('DUE_TOO_LATE');
    const twice = extended(once, 20);
    expect(extendedSince(theProblem(twice))).toEqual({ from: due, granted: 2 });
    inCampaign(twice)
      .when(people.organiser, askingFor(twice, later(50)))
      .thenRefused('EXTENSIONS_USED');
  });

  it('stops no clock by itself and ends with the claim', () => {
    expect(theProblem(asked).dueOn).toBe(due);
    const finished = walk(
      asked,
      ordinary,
      (world) => theProblem(world).plan?.measures.every((one) => one.finished) ?? false,
      ['decideExtension'],
    );
    const claimed = send(finished, people.organiser, claiming(finished));
    expect(theProblem(claimed).extension).toBeNull();
    expect(owedNow(claimed, 'decideExtension')).toEqual([]);
  });
});

describe('deciding on an extension', () => {
  it('R4.11 is the lead’s, then the secretary’s, and names the new date', () => {
    inCampaign(asked).when(people.secretary, granting(asked)).thenRefused('NOT_YOURS');
    inCampaign(asked)
      .when(people.deputy, granting(asked))
      .then({ type: 'ExtensionGranted', data: { step: 0, last: false, dueOn: later(20), measures: [] } });
    inCampaign(grantedByLead)
      .when(people.secretary, granting(grantedByLead))
      .then({ type: 'ExtensionGranted', data: { step: 1, last: true, dueOn: later(20) } });
    expect(theProblem(grantedByLead).dueOn).toBe(due);
    expect(theProblem(granted).dueOn).toBe(later(20));
    inCampaign(asked)
      .when(people.deputy, granting(asked, { problemId: 'none' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('is one step where lead and secretary are one person', () => {
    const led = whenProblemIs('rectifying', ledBySecretary);
    const date = addDays(theProblem(led).dueOn ?? '', 5);
    const [doer] = whoOwes(led, theOwed(led, 'claimCompletion'));
    const waiting = send(led, doer ?? '', askingFor(led, date));
    inCampaign(waiting)
      .when(people.secretary, granting(waiting))
      .then({ type: 'ExtensionGranted', data: { last: true } });
  });

  it('R4.11 may name an earlier date than was asked for, never a later one', () => {
    const command = (world: CampaignWorld, days: number) => granting(world, { dueOn: later(days) });
    inCampaign(asked).when(people.deputy, command(asked, 21)).thenRefused('DUE_TOO_LATE', 'dueOn');
    inCampaign(asked).when(people.deputy, command(asked, 0)).thenRefused('DUE_BEFORE_START', 'dueOn');
    inCampaign(asked)
      .when(people.deputy, granting(asked, { dueOn: 'soon' }))
      .thenRefused('INVALID', 'dueOn');
    const shorter = send(asked, people.deputy, command(asked, 10));
    inCampaign(shorter).when(people.secretary, command(shorter, 11)).thenRefused('DUE_TOO_LATE');
    const done = send(shorter, people.secretary, command(shorter, 9));
    expect(theProblem(done).dueOn).toBe(later(9));
  });

  it('rests on what was asked for', () => {
    inCampaign(asked)
      .when(people.deputy, granting(asked, { basisHash: 'f'.repeat(64) }))
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(rectifying)
      .when(people.deputy, {
        type: 'GrantExtension',
        data: { problemId: theProblem(rectifying).id, basisHash: 'f'.repeat(64), dueOn: later(5) },
      })
      .thenRefused('EXTENSION_MISSING');
  });

  it('R4.11 that refuses gives its reason and leaves the date as it was', () => {
    const refused = inCampaign(asked)
      .when(people.deputy, refusing(asked))
      .then({ type: 'ExtensionRefused', data: { reason: '理由不充分' } })
      .world();
    expect(theProblem(refused)).toMatchObject({ dueOn: due, extension: null });
    expect(theOwed(refused, 'claimCompletion').dueVersion).toBe(1);
    const again = send(refused, people.organiser, askingFor(refused, later(5)));
    expect(theOwed(again, 'decideExtension').key).toMatch(/#0:2$/);
  });

  it('is never the applicant’s own', () => {
    const problemId = theProblem(rectifying).id;
    const owned = send(rectifying, people.secretary, {
      type: 'AssignDuty',
      data: { duty: 'owner', subject: problemId, person: people.deputy, reason: '分工' },
    });
    const waiting = send(owned, people.deputy, askingFor(owned, later(5)));
    inCampaign(waiting).when(people.deputy, granting(waiting)).thenRefused('SEPARATION_OF_DUTIES');
    expect(separationBreaches(waiting)).toEqual([]);
  });
});

describe('a granted extension', () => {
  it('moves the open measures as far and re-arms every reminder', () => {
    const [measure] = theProblem(rectifying).plan?.measures ?? [];
    expect(theProblem(granted).plan?.measures[0]?.dueOn).toBe(addDays(measure?.dueOn ?? '', 20));
    for (const kind of ['claimCompletion', 'finishMeasure'] as const) {
      const { dueOn, dueVersion, armedOn } = theOwed(granted, kind);
      expect({ kind, dueOn, dueVersion }).toEqual({ kind, dueOn: later(20), dueVersion: 2 });
      expect(armedOn).toBe(granted.now.slice(0, 10));
    }
  });

  it('R4.14 keeps every date that the problem and its measures ever had', () => {
    const { dates, plan } = theProblem(extended(granted, 5));
    const measureId = plan?.measures[0]?.id;
    const given = (of: string | null | undefined) =>
      dates.filter((date) => date.measureId === of).map(({ dueOn, why }) => [dueOn, why]);
    const history = [
      [due, 'planned'],
      [later(20), 'extended'],
      [later(25), 'extended'],
    ];
    expect(given(null)).toEqual(history);
    expect(given(measureId)).toEqual(history);
  });

  it('makes a claim by the new date on time', () => {
    const finished = walk(
      granted,
      ordinary,
      (world) => theProblem(world).plan?.measures.every((one) => one.finished) ?? false,
    );
    const claimed = send(on(finished, later(15)), people.organiser, claiming(finished));
    const closed = walk(claimed, ordinary, (world) => theProblem(world).status === 'closed');
    expect(theProblem(closed).closed).toMatchObject({ late: false });
  });
});
