import { isProblem } from '../api/problem';
import type { Read } from './loaded';
import { FailedNote } from './problem-note';

/** Not there because it did not arrive, not because it is not this reader's. */
export const isUnread = ({ data, error }: Pick<Read<unknown>, 'data' | 'error'>): boolean =>
  error !== null && data === undefined && !isProblem(error, 404) && !isProblem(error, 403);

/** For what is left out where there is none: that it could not be read is no such case. Nothing else of the reading is shown here. */
export const Unread = ({ query }: { query: Read<unknown> }) =>
  isUnread(query) ? <FailedNote error={query.error} retry={() => void query.refetch()} /> : null;
