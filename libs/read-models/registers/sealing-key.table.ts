import type { AnyTable } from '../kernel/table';

/** The log's own table of sealed reports' keys, as the rows of an append write and destroy them; no rebuild touches it. */
export const sealingKeyTable: AnyTable = {
  name: 'sealing_key',
  columns: { problem_id: 'text', stream: 'text NOT NULL', key: 'text NOT NULL' },
  key: ['problem_id'],
  ofStream: 'stream = p_stream',
  fillfactor: 100,
  indexes: [],
};
