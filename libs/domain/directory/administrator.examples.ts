import type { DirectoryCommand } from './directory.decider';

type DataOf = {
  readonly [Type in DirectoryCommand['type']]: Extract<DirectoryCommand, { type: Type }>['data'];
};

/** Every command of the directory with data that would be right, over somebody else than who sends it. */
export const isTheirs = (self: string, other: string, unitId: string, proposalId: string): DataOf => {
  const personId = other;
  const days = { from: '2026-03-09', to: '2026-03-13' };
  const tenure = { unitId, post: 'member', personId } as const;
  return {
    RegisterUnit: { unitId: proposalId, code: 'QW-09', name: '新支部', parentId: unitId },
    RegisterPerson: { personId: proposalId },
    AppointToPost: tenure,
    EndTenure: tenure,
    ImportOrganisation: { units: [], people: [{ personId: proposalId }], posts: [] },
    MarkAway: { personId, ...days },
    MarkBack: { personId, from: days.from },
    NameAdministrator: { personId },
    ReleaseAdministrator: { personId: self },
    ProposeAppointment: { ...tenure, proposalId: proposalId.replace(/.$/, '9') },
    ConfirmAppointment: { proposalId },
    DeclineAppointment: { proposalId, reason: '试' },
    Delegate: {
      ...{ delegationId: proposalId, to: other, powers: ['PassReview'] },
      ...{ startOn: '2026-03-09', endOn: '2026-03-13', reason: '试' },
    },
    RevokeDelegation: { delegationId: proposalId, from: other },
    GrantReading: { grantId: proposalId, to: other, unitId, reach: 'F1', endOn: '2026-03-13', reason: '试' },
    RevokeReading: { grantId: proposalId, unitId },
    RecordLeaving: { personId },
    FreezePerson: { personId },
    UnfreezePerson: { personId },
  };
};
