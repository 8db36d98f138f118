import { calendarObligations, type Calendar } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { owedRows } from './owed-rows';

/** The states of the calendar around one append. */
export interface CalendarChange {
  readonly stream: string;
  readonly before: Pick<Calendar, 'years'>;
  readonly after: Pick<Calendar, 'years'>;
}

export const project = ({ stream, before, after }: CalendarChange): TableChange =>
  owedRows(stream, owedBy(before), owedBy(after));

const owedBy = (calendar: CalendarChange['after']) =>
  calendarObligations(calendar).map((obligation) => ({ unitId: null, obligation }));
