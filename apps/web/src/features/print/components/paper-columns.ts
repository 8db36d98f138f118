import type { ColumnKey } from '../../../shared/ledger/view';
import type { PaperSize } from './page-style';

/** What fits: ten columns on A4, eighteen on A3, in the order of the official ledger. */
export const paperColumns: Readonly<Record<PaperSize, readonly ColumnKey[]>> = {
  A4: ['place', 'code', 'aspect', 'problem', 'measures', 'owner', 'dueOn', 'light', 'status', 'closedOn'],
  A3: [
    'place',
    'code',
    'aspect',
    'problem',
    'detail',
    'rootCause',
    'target',
    'measureTexts',
    'fixType',
    'lead',
    'owner',
    'issuedOn',
    'dueOn',
    'extendedTo',
    'light',
    'status',
    'closedOn',
    'lookBack',
  ],
};
