import { holderReferences, type AnyObligationKind, type Obligation, type UnitId } from '@rectify/domain';
import type { ObligationRow } from './obligation.table';
import { publicId } from './public-id';

type Told = 'campaign_code' | 'campaign_title' | 'problem_code' | 'problem_title';

/** What a row says of the obligation itself, whoever's it is. */
export const ownRow = (
  stream: string,
  unitId: UnitId | null,
  obligation: Obligation<AnyObligationKind>,
): Omit<ObligationRow, Told> => ({
  stream,
  key: obligation.key,
  id: publicId(stream, obligation.key),
  unit_id: unitId,
  kind: obligation.kind,
  subject: obligation.subject,
  holder: obligation.holder,
  refs: holderReferences(obligation.holder, unitId),
  due_on: obligation.dueOn,
  due_version: obligation.dueVersion,
  since: obligation.since,
  armed_on: obligation.armedOn,
  provisional: obligation.provisional,
  action: obligation.action,
  alternatives: obligation.alternatives,
});
