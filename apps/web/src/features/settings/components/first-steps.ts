import type { CivilDate } from '@rectify/domain';
import type { OfficialCalendar } from '../../../shared/api/types';

export interface FirstStep {
  readonly key: 'people' | 'calendar' | 'mail' | 'launch';
  readonly isDone: boolean;
  readonly to: '/settings' | '/settings/calendar' | '/settings/channels' | '/c/new';
}

/** Owner, lead, reviewer and acceptor of a problem are separate people; with fewer, those above order a merged review. */
const ENOUGH_PEOPLE = 4;

interface Known {
  readonly people: number;
  readonly calendar: Pick<OfficialCalendar, 'years'>;
  /** Channels that are set. */
  readonly channels: number;
  readonly campaigns: number;
  readonly today: CivilDate;
}

/** What a new organisation does first, in its order, by what is there already. */
export const firstSteps = ({ people, calendar, channels, campaigns, today }: Known): readonly FirstStep[] => [
  { key: 'people', isDone: people >= ENOUGH_PEOPLE, to: '/settings' },
  {
    key: 'calendar',
    isDone: calendar.years.some(({ year }) => String(year) === today.slice(0, 4)),
    to: '/settings/calendar',
  },
  { key: 'mail', isDone: channels > 0, to: '/settings/channels' },
  { key: 'launch', isDone: campaigns > 0, to: '/c/new' },
];
