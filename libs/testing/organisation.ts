import {
  calendarDecider,
  directoryDecider,
  fold,
  shippedCalendarYears,
  shippedTemplates,
  templateDecider,
  type CalendarEvent,
  type CalendarState,
  type DirectoryEvent,
  type DirectoryState,
  type Post,
  type Recorded,
  type TemplateState,
} from '@rectify/domain';

/** The fictional organisation of the specs: a district work committee above a branch whose posts are all held. */
export const units = { district: 'unit-district', branch: 'unit-branch', other: 'unit-other' } as const;

/** Person ids say their post, so that a spec reads as the rule it proves. */
export const people = {
  secretary: 'p-secretary',
  deputy: 'p-deputy',
  organiser: 'p-organiser',
  discipline: 'p-discipline',
  publicity: 'p-publicity',
  member: 'p-member',
  supervisor: 'p-supervisor',
  districtSecretary: 'p-district-secretary',
  outsider: 'p-outsider',
} as const;

const holders: readonly (readonly [string, Post, string])[] = [
  [units.branch, 'secretary', people.secretary],
  [units.branch, 'deputySecretary', people.deputy],
  [units.branch, 'organisationMember', people.organiser],
  [units.branch, 'disciplineMember', people.discipline],
  [units.branch, 'publicityMember', people.publicity],
  [units.branch, 'member', people.member],
  [units.district, 'secretary', people.districtSecretary],
  [units.district, 'supervisor', people.supervisor],
  [units.other, 'secretary', people.outsider],
];

const bySystem = <Event>(events: readonly Event[]): ({ event: Event } & Recorded)[] =>
  events.map((event, index) => ({
    event,
    version: index + 1,
    at: '2026-01-05T01:00:00.000Z',
    actor: { kind: 'system' },
  }));

export const directoryEvents = (): DirectoryEvent[] => [
  {
    type: 'UnitRegistered',
    data: { unitId: units.district, code: 'D01', name: '区直机关工委', parentId: null },
  },
  {
    type: 'UnitRegistered',
    data: { unitId: units.branch, code: 'B01', name: '第一支部', parentId: units.district },
  },
  {
    type: 'UnitRegistered',
    data: { unitId: units.other, code: 'B02', name: '第二支部', parentId: units.district },
  },
  ...Object.values(people).map((personId): DirectoryEvent => ({
    type: 'PersonRegistered',
    data: { personId },
  })),
  ...holders.map(([unitId, post, personId]): DirectoryEvent => ({
    type: 'AppointedToPost',
    data: { unitId, post, personId, from: '2026-01-01' },
  })),
];

export const directoryState = (events: readonly DirectoryEvent[] = directoryEvents()): DirectoryState =>
  fold(directoryDecider, bySystem(events));

/** 2025 and 2026 as officially announced. */
export const calendarState = (): CalendarState =>
  fold(
    calendarDecider,
    bySystem(shippedCalendarYears().map((data): CalendarEvent => ({ type: 'CalendarYearImported', data }))),
  );

export const templateState = (slug = 'bland-casual'): TemplateState => {
  const definition = shippedTemplates().find((template) => template.slug === slug);
  if (!definition) throw new Error(`no shipped template ${slug}`);
  return fold(
    templateDecider,
    bySystem([{ type: 'TemplatePublished' as const, data: { version: 1, definition } }]),
  );
};
