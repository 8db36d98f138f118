import { addDays } from '../calendar/civil-date';
import type { UnitId } from '../kernel/kernel';
import type { DirectoryObligationKind, Holder, Obligation } from '../obligation/obligation';
import type { PostRef } from './posts';
import { parentOf } from './directory-view';
import type { Directory } from './directory.state';

/** The administrator's proposals wait for so many days. */
const DAYS = 7;

/**
 * Who confirms: the unit's secretary, else the one above. A secretary and a supervisor are confirmed above their unit, by
 * the supervisor there or the secretary; at the top by its own supervisor.
 */
export const confirmer = (
  directory: Directory,
  { unitId, post, personId, by }: Directory['proposals'][string],
): Holder => ({
  ...{ duty: null, person: null, apartFrom: [], not: [personId, by] },
  posts: postsThatConfirm(post, parentOf(directory, unitId) !== null),
});

const postsThatConfirm = (post: string, isBelow: boolean): readonly PostRef[] => {
  if (post !== 'secretary' && post !== 'supervisor') return ['secretary', 'secretary@parent'];
  return isBelow ? ['supervisor@parent', 'secretary@parent'] : ['supervisor', 'secretary'];
};

export interface OwedInDirectory {
  readonly unitId: UnitId;
  readonly obligation: Obligation<DirectoryObligationKind>;
}

/** What the directory makes owed: each open proposal its confirmation, by whoever is above the post when it is read. */
export const directoryObligations = (directory: Directory): readonly OwedInDirectory[] =>
  Object.entries(directory.proposals).map(([proposalId, proposal]) => ({
    unitId: proposal.unitId,
    obligation: {
      key: `confirmAppointment:${proposalId}:0`,
      kind: 'confirmAppointment',
      holder: confirmer(directory, proposal),
      subject: { type: 'appointment', id: `${proposal.post}:${proposal.personId}` },
      dueOn: addDays(proposal.on, DAYS),
      dueVersion: 1,
      since: proposal.on,
      armedOn: proposal.on,
      provisional: false,
      action: { command: 'ConfirmAppointment', defaults: { proposalId } },
      alternatives: [{ command: 'DeclineAppointment', defaults: { proposalId } }],
    },
  }));
