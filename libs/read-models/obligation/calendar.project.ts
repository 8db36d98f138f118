import { calendarObligations, type Calendar } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange } from '../kernel/projection';
import type { ObligationRow } from './obligation.table';
import { ownRow } from './own-row';

/** The states of the calendar around one append. */
export interface CalendarChange {
  readonly stream: string;
  readonly before: Pick<Calendar, 'years'>;
  readonly after: Pick<Calendar, 'years'>;
}

/** A year that is owed has one key for ever and says the same as long as it stands. No unit: the root's, when read. */
export const project = ({ stream, before, after }: CalendarChange): TableChange => {
  const [was, is] = [calendarObligations(before), calendarObligations(after)];
  const fresh = is.filter(({ key }) => !was.some((known) => known.key === key));
  const gone = was.filter(({ key }) => !is.some((known) => known.key === key));
  return tableChange<ObligationRow>(
    fresh.map((obligation) => ({
      ...ownRow(stream, null, obligation),
      campaign_code: null,
      campaign_title: null,
      problem_code: null,
      problem_title: null,
    })),
    gone.map(({ key }) => ({ stream, key })),
  );
};
