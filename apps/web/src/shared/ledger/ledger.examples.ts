import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';

type Holder = Problem['owner'];

export const holding = (personId: string, name: string): Holder => ({
  how: 'holder',
  people: [{ personId, name, unitId: 'unit', post: 'secretary' }],
});

interface Told extends Partial<Omit<Problem, 'aspect' | 'waitsFor'>> {
  readonly aspect?: string;
  /** The day by which something is owed for it. */
  readonly owes?: CivilDate;
  readonly waitsFor?: Holder;
}

const number = (value: number): string => String(value).padStart(3, '0');

/** A problem as the api answers it, with what an example says of it. */
export const aProblem = ({ aspect = 'B1', owes, waitsFor, ...told }: Told): Problem => {
  const at = told.number ?? null;
  return {
    ...{ id: `problem ${at}`, campaignId: 'campaign', masked: false, item: `${aspect}-1` },
    ...{ code: at === null ? null : `PDH-2026-B01-${number(at)}`, number: null },
    ...{ aspect: { code: aspect, name: aspect }, title: `finding ${at}`, detail: '' },
    ...{ status: 'included', reportedOn: '2026-04-01', triageReason: null, goneInto: null, partOf: null },
    ...{ awaitsVote: false, fixType: null, issuedOn: null, dueOn: null, overdue: false, sideStates: [] },
    ...{ dates: [], extendedTo: null, extension: null, planRound: 0, claimRound: 0, plan: null },
    ...{ amendment: null, claim: null, missing: null, check: null, notice: null, reopenings: [] },
    ...{ firstClosedOn: null, terminated: null, sustained: null, reviews: [], closed: null, late: false },
    lookBack: { sampled: false, verdicts: [] },
    lead: holding('lead', 'Li'),
    owner: holding('owner', 'Zhou'),
    waitsFor: owes
      ? [
          {
            obligation: `owed ${at}`,
            kind: 'claimCompletion',
            dueOn: owes,
            holder: waitsFor ?? holding('x', 'Sun'),
          },
        ]
      : [],
    ...told,
  };
};
