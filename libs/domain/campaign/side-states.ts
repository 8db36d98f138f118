import type { PersonId } from '../kernel/kernel';
import type { ReadonlyProblem } from './campaign.state';

/** 退回整改 · 延期审批中 · 长期坚持 · 中止 · 重开, and 合并验收 where one person reviewed and accepted by order. */
export const sideStateKinds = [
  'returned',
  'extending',
  'sustained',
  'terminated',
  'reopened',
  'mergedReview',
] as const;
export type SideState = (typeof sideStateKinds)[number];

type Shown = Pick<ReadonlyProblem, 'status' | 'missing' | 'extension' | 'reopenings'> & {
  readonly reviewed: { readonly by: PersonId } | null;
  readonly accepted: { readonly by: PersonId } | null;
};

/** What is to be said of a problem beside where it stands; several may hold at once. */
export const sideStates = ({
  status,
  missing,
  extension,
  reopenings,
  ...judged
}: Shown): readonly SideState[] => {
  // What is missing after a reopening is its own reason, until something is returned.
  const isReturned = missing !== null && missing !== reopenings.at(-1)?.reason;
  const holds: { readonly [state in SideState]: boolean } = {
    returned: isReturned && (status === 'acknowledged' || status === 'rectifying'),
    extending: extension !== null,
    sustained: status === 'sustained',
    terminated: status === 'terminated',
    reopened: reopenings.length > 0,
    mergedReview: judged.reviewed !== null && judged.reviewed.by === judged.accepted?.by,
  };
  return sideStateKinds.filter((state) => holds[state]);
};
