import { given, stateAfter } from '@rectify/testing';
import { isTheirs } from './administrator.examples';
import type { AdministratorCommand, ProposalCommand } from './administrator.commands';
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
  person,
} from './directory.examples';
import { directoryDecider, type DirectoryCommand } from './directory.decider';
import { isActive, postsOf } from './directory-view';
import type { DirectoryEvent } from './directory.events';
import { directoryObligations } from './owed';
import { POSTS, type Post } from './posts';

const id = (n = 0): string => `018f0000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const admin = '018f0000-0000-7000-8000-000000000021';
const fresh = '018f0000-0000-7000-8000-000000000022';
const named: readonly DirectoryEvent[] = [
  person(admin),
  person(fresh),
  { type: 'AdministratorNamed', data: { personId: admin, on } },
];
const at = (...more: readonly DirectoryEvent[]) =>
  given(directoryDecider, ...organisation, ...named, ...more);
const by = (who?: string, ...more: readonly DirectoryEvent[]) =>
  context(who, [...organisation, ...named, ...more]);
const propose = (post: Post = 'member', personId = fresh, unitId = branch): ProposalCommand => ({
  type: 'ProposeAppointment',
  data: { proposalId: id(), unitId, post, personId },
});
const proposed = (post: Post = 'member', personId = fresh, unitId = branch): DirectoryEvent => ({
  type: 'AppointmentProposed',
  data: { proposalId: id(), unitId, post, personId, by: admin, on },
});
const confirm: ProposalCommand = { type: 'ConfirmAppointment', data: { proposalId: id() } };
const decline: ProposalCommand = { type: 'DeclineAppointment', data: { proposalId: id(), reason: '重复' } };
const tenure = (post: Post, personId = fresh, unitId = branch): DirectoryEvent => ({
  type: 'AppointedToPost',
  data: { unitId, post, personId, from: on },
});
const confirmed: DirectoryEvent = { type: 'AppointmentConfirmed', data: { proposalId: id(), on } };
const after = (...more: readonly DirectoryEvent[]) =>
  stateAfter(directoryDecider, ...organisation, ...named, ...more);

describe('an administrator', () => {
  const name = (personId: string): AdministratorCommand => ({
    type: 'NameAdministrator',
    data: { personId },
  });

  it('is named by the top unit’s secretary, and holds no post', () => {
    at()
      .when(name(fresh), by(bob))
      .then({ type: 'AdministratorNamed', data: { personId: fresh, on } });
    at().when(name(fresh), by(carol)).thenRefused('NOT_YOURS');
    at().when(name(fresh), by(admin)).thenRefused('NOT_YOURS');
    at().when(name(alice), by(bob)).thenRefused('ADMINISTRATOR_HOLDS_NO_POST', 'personId');
    at().when(name(nobody), by(bob)).thenRefused('NOT_FOUND', 'personId');
    at()
      .when({ type: 'AppointToPost', data: { unitId: branch, post: 'member', personId: admin } }, by(carol))
      .thenRefused('ADMINISTRATOR_HOLDS_NO_POST', 'personId');
  });

  it('ends with the leaving, and with the release', () => {
    const left: DirectoryEvent = { type: 'PersonLeft', data: { personId: admin, on } };
    expect(after(left).administrators).toEqual({});
    at(left).when(propose(), by(admin, left)).thenRefused('NOT_YOURS');
    const released: DirectoryEvent = { type: 'AdministratorReleased', data: { personId: admin, on } };
    at()
      .when({ type: 'ReleaseAdministrator', data: { personId: admin } }, by(bob))
      .then(released);
  });

  it('gains no power: of the directory’s commands only units, people and proposals are theirs', () => {
    const theirs = Object.entries(isTheirs(admin, fresh, branch, id())).map(([type, data]) => {
      const command = { type, data } as DirectoryCommand;
      const decision = directoryDecider.decide(after(proposed()), command, by(admin, proposed()));
      return [type, decision.ok || decision.refusal.code !== 'NOT_YOURS'] as const;
    });
    expect(theirs.filter(([, may]) => may).map(([type]) => type)).toEqual([
      'RegisterUnit',
      'RegisterPerson',
      'ImportOrganisation',
      'ProposeAppointment',
    ]);
    expect(theirs.length).toBeGreaterThan(12);
  });
});

describe('a proposal', () => {
  it('is the administrator’s to make, of anybody but an administrator, and appoints nobody', () => {
    at().when(propose(), by(admin)).then(proposed()).thenAs(null);
    for (const who of [alice, bob, carol, eve, undefined])
      at().when(propose(), by(who)).thenRefused('NOT_YOURS');
    at().when(propose('member', admin), by(admin)).thenRefused('ADMINISTRATOR_HOLDS_NO_POST', 'personId');
    at().when(propose('secretary'), by(admin)).thenRefused('POST_TAKEN', 'post');
    at().when(propose('member', nobody), by(admin)).thenRefused('NOT_FOUND', 'personId');
    at(proposed()).when(propose(), by(admin, proposed())).thenRefused('ALREADY_EXISTS', 'proposalId');
    expect(isActive(after(proposed()), fresh)).toBe(false);
  });

  it('is confirmed by the unit’s secretary, and then it is a tenure', () => {
    at(proposed())
      .when(confirm, by(carol, proposed()))
      .then(confirmed, tenure('member'))
      .thenAs({ unitId: branch, post: 'secretary' });
    for (const who of [alice, dora, eve, admin, fresh])
      at(proposed()).when(confirm, by(who, proposed())).thenRefused('NOT_YOURS');
    const state = after(proposed(), confirmed, tenure('member'));
    expect(postsOf(state, fresh)).toEqual([{ unitId: branch, post: 'member', from: on }]);
    expect(directoryObligations(state)).toEqual([]);
  });

  it('of a secretary or a supervisor is confirmed above, by the supervisor there', () => {
    const ended: DirectoryEvent = {
      type: 'TenureEnded',
      data: { unitId: branch, post: 'secretary', personId: carol, on },
    };
    const wanted = proposed('secretary');
    at(ended, wanted)
      .when(confirm, by(dora, ended, wanted))
      .then(confirmed, tenure('secretary'));
    const supervisor = proposed('supervisor');
    at(supervisor).when(confirm, by(carol, supervisor)).thenRefused('NOT_YOURS');
    at(supervisor).when(confirm, by(dora, supervisor)).then(confirmed, tenure('supervisor'));
  });

  it('is nobody’s own to confirm, at the top neither', () => {
    const own = proposed('deputySecretary', carol);
    at(own).when(confirm, by(carol, own)).thenRefused('NOT_YOURS');
    at(own).when(confirm, by(bob, own)).then(confirmed, tenure('deputySecretary', carol));
    const top = proposed('supervisor', bob, committee);
    at(top).when(confirm, by(bob, top)).thenRefused('NOT_YOURS');
    at(top)
      .when(confirm, by(dora, top))
      .then(confirmed, tenure('supervisor', bob, committee));
  });

  it('is declined with a reason, once, and dropped with who leaves', () => {
    at(proposed())
      .when(decline, by(carol, proposed()))
      .then({ type: 'AppointmentDeclined', data: { proposalId: id(), reason: '重复', on } });
    at().when(decline, by(carol)).thenRefused('NOT_YOURS');
    const left: DirectoryEvent = { type: 'PersonLeft', data: { personId: fresh, on } };
    expect(directoryObligations(after(proposed(), left))).toEqual([]);
  });

  it('is not confirmed where the post was filled meanwhile', () => {
    const ended: DirectoryEvent = {
      type: 'TenureEnded',
      data: { unitId: branch, post: 'secretary', personId: carol, on },
    };
    const events = [ended, proposed('secretary'), appointed(branch, 'secretary', eve)];
    at(...events)
      .when(confirm, by(dora, ...events))
      .thenRefused('POST_TAKEN', 'proposalId');
  });

  it('is owed for seven days by who confirms it', () => {
    const [owed, ...others] = directoryObligations(after(proposed()));
    expect(others).toEqual([]);
    expect(owed).toMatchObject({
      unitId: branch,
      obligation: {
        ...{ key: `confirmAppointment:${id()}:0`, dueOn: '2026-03-11', since: on },
        action: { command: 'ConfirmAppointment', defaults: { proposalId: id() } },
        holder: { posts: ['secretary', 'secretary@parent'], not: [fresh, admin] },
      },
    });
    expect(Object.keys(POSTS)).not.toContain('administrator');
  });
});
