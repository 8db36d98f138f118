import { given, stateAfter } from '@rectify/testing';
import { mayRead } from '../authority/field-classes';
import { admits, readable } from '../authority/readable';
import { scopeOf } from '../authority/scope';
import { resolveHolder } from '../obligation/holder';
import { attendedOn } from './absence';
import {
  alice,
  bob,
  branch,
  carol,
  committee,
  context,
  dora,
  eve,
  nobody,
  on,
  organisation,
  otherBranch,
} from './directory.examples';
import { directoryDecider } from './directory.decider';
import type { DirectoryEvent } from './directory.events';
import { GRANT_LIMITS } from './grant';
import type { GrantCommand, GrantReading } from './grant.commands';

const grantId = '018f0000-0000-7000-9000-000000000001';
const terms = { grantId, to: eve, unitId: branch, reach: 'F1', endOn: '2026-04-02', reason: '巡察' } as const;
const grant = (more: Partial<GrantReading['data']> = {}): GrantCommand => ({
  type: 'GrantReading',
  data: { ...terms, ...more },
});
const revoke: GrantCommand = { type: 'RevokeReading', data: { grantId, unitId: branch } };
const granted = (more: Partial<GrantReading['data']> = {}): DirectoryEvent => ({
  type: 'ReadingGranted',
  data: { ...terms, ...more, on },
});
const revoked: DirectoryEvent = { type: 'ReadingRevoked', data: { grantId, unitId: branch, on } };
const at = (...more: readonly DirectoryEvent[]) => given(directoryDecider, ...organisation, ...more);
const by = (who?: string, ...more: readonly DirectoryEvent[]) => context(who, [...organisation, ...more]);
const scopeOn = (day: string, person: string, ...more: readonly DirectoryEvent[]) =>
  scopeOf(attendedOn(stateAfter(directoryDecider, ...organisation, ...more), day), person);
const row = { unit: branch };

describe('an inspector’s grant', () => {
  it('is given by the unit’s secretary or one above, for thirty days at most', () => {
    at().when(grant(), by(carol)).then(granted()).thenAs({ unitId: branch, post: 'secretary' });
    at().when(grant(), by(bob)).then(granted());
    for (const who of [alice, dora, eve]) at().when(grant(), by(who)).thenRefused('NOT_YOURS');
    at()
      .when(grant({ unitId: otherBranch }), by(carol))
      .thenRefused('NOT_YOURS');
    at()
      .when(grant({ endOn: '2026-04-03' }), by(carol))
      .thenRefused('OUT_OF_BOUNDS', 'endOn');
    at()
      .when(grant({ endOn: '2026-03-03' }), by(carol))
      .thenRefused('OUT_OF_BOUNDS', 'endOn');
    at()
      .when(grant({ reason: '' }), by(carol))
      .thenRefused('INVALID', 'reason');
    at()
      .when(grant({ to: nobody }), by(carol))
      .thenRefused('NOT_FOUND', 'to');
    at(granted()).when(grant(), by(carol, granted())).thenRefused('ALREADY_EXISTS', 'grantId');
  });

  it('is never an administrator’s, nor of who is frozen or left', () => {
    const named: DirectoryEvent = { type: 'AdministratorNamed', data: { personId: eve, on } };
    at(named).when(grant(), by(carol, named)).thenRefused('ADMINISTRATOR_READS_NOTHING', 'to');
    const frozen: DirectoryEvent = { type: 'PersonFrozen', data: { personId: eve, on } };
    at(frozen).when(grant(), by(carol, frozen)).thenRefused('PERSON_FROZEN', 'to');
    const left: DirectoryEvent = { type: 'PersonLeft', data: { personId: eve, on } };
    at(left).when(grant(), by(carol, left)).thenRefused('PERSON_LEFT', 'to');
    for (const end of [named, frozen, left]) expect(scopeOn(on, eve, granted(), end).inspected).toEqual([]);
  });

  it('lets the records of that unit be read while its days last, and no other', () => {
    for (const day of [on, '2026-04-02']) {
      const scope = scopeOn(day, eve, granted());
      expect([scope.inspected, scope.inspectedF2, scope.units, scope.group]).toEqual([[branch], [], [], []]);
      for (const condition of [readable.records, readable.heading, readable.problem])
        expect([admits(condition, scope, row), admits(condition, scope, { unit: committee })]).toEqual([
          true,
          false,
        ]);
      expect(admits(readable.person, scope, row)).toBe(false);
    }
    expect(scopeOn('2026-04-03', eve, granted()).inspected).toEqual([]);
  });

  it('reads causes and measures; votes, pledges and answers where it says so; who reported never', () => {
    const shown = (reach: 'F1' | 'F2') =>
      (['F0', 'F1', 'F2', 'F2g', 'F3', 'F4'] as const).filter((reading) =>
        mayRead(reading, scopeOn(on, eve, granted({ reach })), row),
      );
    expect(shown('F1')).toEqual(['F0', 'F1']);
    expect(shown('F2')).toEqual(['F0', 'F1', 'F2', 'F2g']);
  });

  it('gives nothing to do: nothing is ever resolved to it', () => {
    const directory = attendedOn(stateAfter(directoryDecider, ...organisation, granted({ reach: 'F2' })), on);
    const holder = { duty: null, person: eve, posts: ['member'], not: [], apartFrom: [] } as const;
    expect(resolveHolder(holder, directory, branch).people.map(({ personId }) => personId)).not.toContain(
      eve,
    );
    expect(scopeOf(directory, eve).owing).toEqual([`person:${eve}`]);
    expect(scopeOf(directory, eve).kept).toEqual([]);
  });

  it('is ended by whoever could give it, and by who has it', () => {
    for (const who of [carol, bob, eve]) at(granted()).when(revoke, by(who, granted())).then(revoked);
    at(granted()).when(revoke, by(alice, granted())).thenRefused('NOT_YOURS');
    at().when(revoke, by(carol)).thenRefused('GRANT_UNKNOWN', 'grantId');
    expect(scopeOn(on, eve, granted(), revoked).inspected).toEqual([]);
  });

  it('stands so many times a unit, and no more', () => {
    const many = Array.from({ length: GRANT_LIMITS.standing }, (_, n) =>
      granted({ grantId: grantId.replace(/.{2}$/, String(10 + n)) }),
    );
    at(...many)
      .when(grant(), by(carol, ...many))
      .thenRefused('LIMIT_REACHED', 'unitId');
  });
});
