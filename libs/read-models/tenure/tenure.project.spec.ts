import { describe, expect, it } from '@jest/globals';
import { directoryDecider, type Directory, type DirectoryEvent } from '@rectify/domain';
import { directoryState, people, units } from '@rectify/testing';
import { produce } from 'immer';
import { project } from './tenure.project';

const actor = {
  kind: 'person',
  personId: people.districtSecretary,
  unitId: units.district,
  post: 'secretary',
} as const;
const entry = (event: DirectoryEvent, version = 9) => ({
  event,
  version,
  at: '2026-03-02T02:00:00.000Z',
  actor,
});

/** The lines of the last of these events. */
const linesOf = (...events: readonly DirectoryEvent[]) => {
  const last = events.at(-1) as DirectoryEvent;
  const before = produce(directoryState() as Directory, (draft) => {
    events.slice(0, -1).forEach((event, at) => directoryDecider.evolve(draft, event, entry(event, at + 1)));
  });
  return project({ stream: 'directory/main', before, recorded: [entry(last)] }).upsert;
};

const on = '2026-03-02';
const { branch } = units;
const proposal: DirectoryEvent = {
  type: 'AppointmentProposed',
  data: {
    ...{ proposalId: 'p', unitId: branch, post: 'member', personId: people.outsider },
    ...{ by: people.member, on },
  },
};
const of = { unit_id: branch, post: 'member', person_id: people.outsider };

describe('the record of the posts', () => {
  it('says who holds a post from when, and until when they held it, by whom and in which capacity', () => {
    const appointed: DirectoryEvent = {
      type: 'AppointedToPost',
      data: { unitId: branch, post: 'member', personId: people.outsider, from: '2026-02-01' },
    };
    const by = { by_person: people.districtSecretary, by_unit: units.district, by_post: 'secretary' };
    expect(linesOf(appointed)).toEqual([
      {
        ...{ stream: 'directory/main', version: 9, line: 0, at: '2026-03-02T02:00:00.000Z' },
        ...{ type: 'AppointedToPost', ...of, from_on: '2026-02-01', to_on: null, reason: null, ...by },
      },
    ]);
    const data = { unitId: branch, post: 'member', personId: people.outsider, on } as const;
    expect(linesOf(appointed, { type: 'TenureEnded', data })).toMatchObject([
      { ...of, from_on: '2026-02-01', to_on: on },
    ]);
  });

  it('has a line for each post that a leaving, a freezing or its end takes or gives', () => {
    const second: DirectoryEvent = {
      type: 'AppointedToPost',
      data: { unitId: units.other, post: 'member', personId: people.publicity, from: '2026-02-01' },
    };
    for (const type of ['PersonLeft', 'PersonFrozen'] as const)
      expect(linesOf(second, { type, data: { personId: people.publicity, on } })).toMatchObject([
        { type, line: 0, unit_id: branch, post: 'publicityMember', to_on: on },
        { type, line: 1, unit_id: units.other, post: 'member', from_on: '2026-02-01', to_on: on },
      ]);
    const posts = [{ unitId: branch, post: 'publicityMember' }] as const;
    expect(
      linesOf(
        { type: 'PersonFrozen', data: { personId: people.publicity, on } },
        { type: 'PersonUnfrozen', data: { personId: people.publicity, posts, on: '2026-03-09' } },
      ),
    ).toMatchObject([
      { type: 'PersonUnfrozen', post: 'publicityMember', from_on: '2026-03-09', to_on: null },
    ]);
    // Frozen already, they leave no post.
    expect(
      linesOf(
        { type: 'PersonFrozen', data: { personId: people.publicity, on } },
        { type: 'PersonLeft', data: { personId: people.publicity, on } },
      ),
    ).toEqual([]);
  });

  it('says what was proposed, and whether it was confirmed, or declined and why', () => {
    expect(linesOf(proposal)).toMatchObject([{ ...of, from_on: null, to_on: null }]);
    const confirmed = { type: 'AppointmentConfirmed', data: { proposalId: 'p', on } } as const;
    expect(linesOf(proposal, confirmed)).toMatchObject([{ ...of, reason: null }]);
    const declined = {
      type: 'AppointmentDeclined',
      data: { proposalId: 'p', reason: '另有安排', on },
    } as const;
    expect(linesOf(proposal, declined)).toMatchObject([{ ...of, reason: '另有安排' }]);
  });

  it('has no line of what concerns no post', () => {
    expect(linesOf({ type: 'PersonRegistered', data: { personId: 'new' } })).toEqual([]);
    expect(
      linesOf({ type: 'AbsenceMarked', data: { personId: people.member, from: on, to: on, on } }),
    ).toEqual([]);
  });
});
