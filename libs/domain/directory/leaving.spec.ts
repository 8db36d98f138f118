import { given, stateAfter } from '@rectify/testing';
import {
  alice,
  appointed,
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
import { holdersOf, isActive, postsOf, standingOf, endedTenuresOf } from './directory-view';
import { scopeOf } from '../authority/scope';
import type { DirectoryEvent } from './directory.events';
import type { LeavingCommand } from './leaving.commands';

const leave = (personId = alice): LeavingCommand => ({ type: 'RecordLeaving', data: { personId } });
const freeze = (personId = alice): LeavingCommand => ({ type: 'FreezePerson', data: { personId } });
const unfreeze = (personId = alice): LeavingCommand => ({ type: 'UnfreezePerson', data: { personId } });
const left = (personId = alice): DirectoryEvent => ({ type: 'PersonLeft', data: { personId, on } });
const frozen = (personId = alice): DirectoryEvent => ({ type: 'PersonFrozen', data: { personId, on } });
const at = (...more: readonly DirectoryEvent[]) => given(directoryDecider, ...organisation, ...more);
const by = (person?: string, ...more: readonly DirectoryEvent[]) =>
  context(person, [...organisation, ...more]);
const after = (...more: readonly DirectoryEvent[]) => stateAfter(directoryDecider, ...organisation, ...more);
const hers = [
  { unitId: branch, post: 'organisationMember' },
  { unitId: branch, post: 'disciplineMember' },
] as const;
/** As they stand in the directory. */
const theirs = hers.map((held) => ({ ...held, from: '2026-01-05' }));

describe('a leaving', () => {
  it('is one fact that ends every tenure, whoever of those above records it', () => {
    at().when(leave(), by(carol)).then(left()).thenAs({ unitId: branch, post: 'secretary' });
    at().when(leave(), by(bob)).then(left()).thenAs({ unitId: committee, post: 'secretary' });
    at().when(leave(), by()).then(left()).thenAs(null);
    const state = after(left());
    expect(postsOf(state, alice)).toEqual([]);
    expect([isActive(state, alice), scopeOf(state, alice)]).toMatchObject([false, { units: [], below: [] }]);
    expect(holdersOf(state, branch, 'organisationMember')).toEqual([dora]);
    expect(standingOf(state, alice)).toEqual({
      epoch: organisation.length + 1,
      barred: 'left',
      held: theirs,
    });
    expect(endedTenuresOf(state, alice)).toEqual(theirs.map((held) => ({ ...held, to: on })));
  });

  it('is nobody’s own, not of who rules over half of it only, and of nobody unknown', () => {
    at().when(leave(carol), by(carol)).thenRefused('NOT_YOURS');
    at().when(leave(), by(alice)).thenRefused('NOT_YOURS');
    // Dora is a supervisor of the committee too.
    at().when(leave(dora), by(carol)).thenRefused('NOT_YOURS');
    at().when(leave(dora), by(bob)).then(left(dora));
    const other = appointed(otherBranch, 'secretary', eve);
    at(other).when(leave(), by(eve, other)).thenRefused('NOT_YOURS');
    at().when(leave(nobody), by()).thenRefused('NOT_FOUND', 'personId');
  });

  it('said twice changes nothing; to come back is a new tenure, and the epoch stays behind', () => {
    at(left()).when(leave(), by(carol, left())).then();
    const back = appointed(branch, 'member', alice);
    const state = after(left(), back);
    expect(postsOf(state, alice)).toEqual([{ unitId: branch, post: 'member', from: '2026-01-05' }]);
    expect(standingOf(state, alice)).toEqual({
      epoch: organisation.length + 1,
      barred: null,
      held: [],
    });
    const again = after(left(), back, left());
    expect(standingOf(again, alice).epoch).toBe(organisation.length + 3);
  });

  it('takes absences along', () => {
    const away: DirectoryEvent = {
      type: 'AbsenceMarked',
      data: { personId: alice, from: '2026-03-09', to: '2026-03-13', on },
    };
    expect(after(away, left()).away[alice]).toBeUndefined();
  });
});

describe('a freezing', () => {
  it('shuts out as a leaving does, and gives the posts back when it ends', () => {
    at().when(freeze(), by(carol)).then(frozen());
    const state = after(frozen());
    expect([postsOf(state, alice), isActive(state, alice)]).toEqual([[], false]);
    expect(standingOf(state, alice)).toMatchObject({ barred: 'frozen', held: theirs });
    const thawed: DirectoryEvent = { type: 'PersonUnfrozen', data: { personId: alice, posts: hers, on } };
    at(frozen()).when(unfreeze(), by(carol, frozen())).then(thawed);
    // Tenures of their own: what was frozen has ended.
    expect(postsOf(after(frozen(), thawed), alice)).toEqual(hers.map((held) => ({ ...held, from: on })));
    expect(endedTenuresOf(after(frozen(), thawed), alice)).toHaveLength(2);
    expect(standingOf(after(frozen(), thawed), alice)).toEqual({
      epoch: organisation.length + 1,
      barred: null,
      held: [],
    });
  });

  it('is ended by whoever rules over what was suspended, and by nobody else', () => {
    at(frozen()).when(unfreeze(), by(alice, frozen())).thenRefused('NOT_YOURS');
    const other = appointed(otherBranch, 'secretary', eve);
    at(other, frozen())
      .when(unfreeze(), by(eve, other, frozen()))
      .thenRefused('NOT_YOURS');
    at().when(unfreeze(), by(carol)).then();
  });

  it('gives no post back that somebody else was appointed to meanwhile', () => {
    const both = [frozen(carol), appointed(branch, 'secretary', eve)];
    at(...both)
      .when(unfreeze(carol), by(bob, ...both))
      .then({ type: 'PersonUnfrozen', data: { personId: carol, posts: [], on } });
  });

  it('lets nobody be appointed, is no end of its own, and becomes a leaving', () => {
    at(frozen())
      .when(
        { type: 'AppointToPost', data: { unitId: branch, post: 'member', personId: alice } },
        by(carol, frozen()),
      )
      .thenRefused('PERSON_FROZEN', 'personId');
    at(frozen()).when(freeze(), by(carol, frozen())).then();
    at(frozen()).when(leave(), by(carol, frozen())).then(left());
    expect(standingOf(after(frozen(), left()), alice)).toMatchObject({ barred: 'left', held: theirs });
    at(left()).when(freeze(), by(carol, left())).thenRefused('PERSON_LEFT', 'personId');
    at(left()).when(unfreeze(), by(carol, left())).then();
  });
});
