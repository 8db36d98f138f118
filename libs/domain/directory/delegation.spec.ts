import { given, stateAfter } from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import { attendedOn } from './absence';
import type { Delegate, RevokeDelegation } from './delegation.commands';
import { DELEGATION_LIMITS, delegationsOf, isDelegable } from './delegation';
import {
  alice,
  appointed,
  bob,
  branch,
  carol,
  context,
  dora,
  eve,
  on,
  organisation,
  otherBranch,
} from './directory.examples';
import { directoryDecider } from './directory.decider';
import type { DirectoryEvent } from './directory.events';

const id = (n = 0): string => `018f0000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const terms = { to: dora, powers: ['PassReview', 'AnswerCheckItems'], startOn: on, endOn: '2026-03-31' };
const delegate = (more: Partial<Delegate['data']> = {}): Delegate => ({
  type: 'Delegate',
  data: { delegationId: id(), ...terms, reason: '外出学习', ...more },
});
const revoke = (delegationId = id(), from = alice): RevokeDelegation => ({
  type: 'RevokeDelegation',
  data: { delegationId, from },
});
const made = (more: Partial<Delegate['data']> & { from?: string } = {}): DirectoryEvent => ({
  type: 'PowersDelegated',
  data: { delegationId: id(), from: alice, ...terms, reason: '外出学习', on, ...more },
});
const at = (...more: readonly DirectoryEvent[]) => given(directoryDecider, ...organisation, ...more);
const by = (person?: string, ...more: readonly DirectoryEvent[]) =>
  context(person, [...organisation, ...more]);
const after = (...more: readonly DirectoryEvent[]) => stateAfter(directoryDecider, ...organisation, ...more);

describe('a delegation', () => {
  it('is one’s own to give, by whoever holds a post, to somebody who holds one', () => {
    at().when(delegate(), by(alice)).then(made()).thenAs({ unitId: branch, post: 'organisationMember' });
    at()
      .when(delegate({ to: alice }), by(eve))
      .thenRefused('NOT_YOURS');
    at().when(delegate(), by()).thenRefused('NOT_YOURS');
    at()
      .when(delegate({ to: alice }), by(alice))
      .thenRefused('INVALID', 'to');
    at()
      .when(delegate({ to: eve }), by(alice))
      .thenRefused('PERSON_UNKNOWN', 'to');
  });

  it.each([
    [{ powers: [] }, 'INVALID', 'powers'],
    [{ powers: ['PassReview', 'PassReview'] }, 'INVALID', 'powers'],
    [{ powers: ['PassReview', 'CastVote'] }, 'NOT_DELEGABLE', 'powers[1]'],
    [{ powers: ['toString'] }, 'NOT_DELEGABLE', 'powers[0]'],
    [{ startOn: '2026-02-30' }, 'INVALID', 'startOn'],
    [{ endOn: '2026-02-30' }, 'INVALID', 'endOn'],
    [{ endOn: '2026-03-03' }, 'INVALID', 'endOn'],
    [{ startOn: '2026-03-03' }, 'START_IN_PAST', 'startOn'],
    [{ startOn: '2026-06-03', endOn: '2026-06-04' }, 'OUT_OF_BOUNDS', 'startOn'],
    [{ endOn: addDays(on, 90) }, 'OUT_OF_BOUNDS', 'endOn'],
    [{ reason: '' }, 'INVALID', 'reason'],
    [{ delegationId: 'x' }, 'INVALID', 'delegationId'],
  ])('is refused as %j', (data, code, field) => {
    at().when(delegate(data), by(alice)).thenRefused(code, field);
  });

  it('lasts ninety days at most, and five stand at a time', () => {
    const endOn = addDays(on, 89);
    at().when(delegate({ endOn }), by(alice)).then(made({ endOn }));
    const five = Array.from({ length: DELEGATION_LIMITS.active }, (_, n) => made({ delegationId: id(n) }));
    at(...five)
      .when(delegate({ delegationId: id(9) }), by(alice, ...five))
      .thenRefused('LIMIT_REACHED', 'to');
    at(made()).when(delegate(), by(alice, made())).thenRefused('ALREADY_EXISTS', 'delegationId');
    const over = five.map(
      (each) => ({ ...each, data: { ...each.data, endOn: '2026-03-03' } }) as DirectoryEvent,
    );
    at(...over)
      .when(delegate(), by(alice, ...over))
      .then(made());
  });

  it('counts on its days alone', () => {
    const directory = after(made({ startOn: '2026-03-05', endOn: '2026-03-06' }));
    const inForce = (day: string) => Object.keys(attendedOn(directory, day).entrusted).length;
    expect(['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'].map(inForce)).toEqual([0, 1, 1, 0]);
  });

  it('is ended by who gave it, who got it, and whoever is over who gave it; by nobody else', () => {
    const revoked: DirectoryEvent = {
      type: 'DelegationRevoked',
      data: { delegationId: id(), from: alice, on },
    };
    for (const person of [alice, dora, carol, bob, undefined])
      at(made()).when(revoke(), by(person, made())).then(revoked);
    const other = appointed(otherBranch, 'secretary', eve);
    at(made(), other)
      .when(revoke(), by(eve, made(), other))
      .thenRefused('NOT_YOURS');
    at().when(revoke(), by(alice)).thenRefused('DELEGATION_UNKNOWN', 'delegationId');
    expect(delegationsOf(after(made(), revoked), alice, on)).toEqual([]);
  });

  it.each([
    ['PersonLeft', alice],
    ['PersonLeft', dora],
    ['PersonFrozen', alice],
    ['PersonFrozen', dora],
  ] as const)('ends at once and for good with %s of either: %s', (type, personId) => {
    const end = { type, data: { personId, on } };
    expect(delegationsOf(after(made(), end), alice, on)).toEqual([]);
    const thawed: DirectoryEvent = { type: 'PersonUnfrozen', data: { personId, posts: [], on } };
    expect(delegationsOf(after(made(), end, thawed), alice, on)).toEqual([]);
  });

  it('takes nothing that commits a person or the unit', () => {
    const never = ['CastVote', 'SignOffProblem', 'SignOffCampaign', 'TriageProblem', 'IssueProblem'];
    const nor = ['AssignDuty', 'Delegate', 'RecordVerdict', 'TerminateProblem', 'LaunchCampaign', 'none'];
    expect([...never, ...nor].filter(isDelegable)).toEqual([]);
  });
});
