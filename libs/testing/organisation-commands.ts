import {
  scopeOf,
  shippedCalendarYears,
  shippedTemplates,
  type CalendarCommand,
  type DirectoryCommand,
  type DirectoryEvent,
  type Post,
  type Scope,
  type TemplateCommand,
} from '@rectify/domain';
import { directoryState } from './organisation';

const id = (n: number): string => `01900000-0000-7000-a000-${String(n).padStart(12, '0')}`;

/** The organisation of `organisation.ts` with ids as they are in earnest, to be set up by commands. */
export const unitIds = { district: id(1), branch: id(2), other: id(3) } as const;
export const personIds = {
  secretary: id(11),
  deputy: id(12),
  organiser: id(13),
  discipline: id(14),
  publicity: id(15),
  member: id(16),
  supervisor: id(17),
  districtSecretary: id(18),
  outsider: id(19),
} as const;

const holders: readonly (readonly [string, Post, string])[] = [
  [unitIds.branch, 'secretary', personIds.secretary],
  [unitIds.branch, 'deputySecretary', personIds.deputy],
  [unitIds.branch, 'organisationMember', personIds.organiser],
  [unitIds.branch, 'disciplineMember', personIds.discipline],
  [unitIds.branch, 'publicityMember', personIds.publicity],
  [unitIds.branch, 'member', personIds.member],
  [unitIds.district, 'secretary', personIds.districtSecretary],
  [unitIds.district, 'supervisor', personIds.supervisor],
  [unitIds.other, 'secretary', personIds.outsider],
];

export type SetUpTarget =
  | { readonly aggregate: 'directory'; readonly command: DirectoryCommand }
  | { readonly aggregate: 'calendar'; readonly command: CalendarCommand }
  | { readonly aggregate: 'template'; readonly slug: string; readonly command: TemplateCommand };

const directory = (command: DirectoryCommand): SetUpTarget => ({ aggregate: 'directory', command });

/**
 * Everything that must be there before a launch, in order, for the system to send: units, people, posts, years, templates.
 * The templates ask for no activities: what those make owed is shown by specs of its own.
 */
export const setUpCommands = (): SetUpTarget[] => [
  directory({
    type: 'RegisterUnit',
    data: { unitId: unitIds.district, code: 'D01', name: '区直机关工委', parentId: null },
  }),
  directory({
    type: 'RegisterUnit',
    data: { unitId: unitIds.branch, code: 'B01', name: '第一支部', parentId: unitIds.district },
  }),
  directory({
    type: 'RegisterUnit',
    data: { unitId: unitIds.other, code: 'B02', name: '第二支部', parentId: unitIds.district },
  }),
  ...Object.values(personIds).map((personId) => directory({ type: 'RegisterPerson', data: { personId } })),
  ...holders.map(([unitId, post, personId]) =>
    directory({ type: 'AppointToPost', data: { unitId, post, personId, from: '2026-01-01' } }),
  ),
  ...shippedCalendarYears().map((data): SetUpTarget => ({
    aggregate: 'calendar',
    command: { type: 'ImportCalendarYear', data },
  })),
  ...shippedTemplates().map((definition): SetUpTarget => ({
    aggregate: 'template',
    slug: definition.slug,
    command: { type: 'PublishTemplate', data: { definition: { ...definition, activities: [] } } },
  })),
];

const became = {
  RegisterUnit: 'UnitRegistered',
  RegisterPerson: 'PersonRegistered',
  AppointToPost: 'AppointedToPost',
};

/** What somebody of this organisation may read, nothing granted. */
export const scopeOfPerson = (personId: string): Scope => {
  const events = setUpCommands().flatMap((target) =>
    target.aggregate === 'directory'
      ? [{ type: became[target.command.type as keyof typeof became], data: target.command.data }]
      : [],
  );
  return scopeOf(directoryState(events as DirectoryEvent[]), personId);
};
