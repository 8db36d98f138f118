import type { CalendarCommand } from '../calendar/calendar.commands';
import type { DirectoryCommand } from '../directory/directory.decider';
import type { TemplateCommand } from '../template/template.decider';
import type { Row } from './row';

type OrganisationCommandType = DirectoryCommand['type'] | TemplateCommand['type'] | CalendarCommand['type'];

/** One's own absence is anybody's to mark who holds a post. */
const SELF = ['D', 'G', 'O', 'L', 'R', 'A', 'I'] as const;

/** The organisation's own aggregates: secretaries over what is theirs, and the system while nobody is there yet. */
export const organisationMatrix = {
  RegisterUnit: { may: ['S', 'V', 'M', 'Y'] },
  RegisterPerson: { may: ['S', 'V', 'M', 'Y'] },
  AppointToPost: { may: ['S', 'V', 'Y'], rules: ['C7', 'C11'] },
  EndTenure: { may: ['S', 'V', 'Y'], rules: ['C11'] },
  MarkAway: { may: ['S', 'V', 'Y'], assigned: SELF, rules: ['C7'] },
  MarkBack: { may: ['S', 'V', 'Y'], assigned: SELF },
  /** Of the top unit alone; an administrator's posts are proposals. */
  ImportOrganisation: { may: ['M', 'Y'], assigned: ['S', 'V'], rules: ['C7', 'C11'] },
  /** Of the top unit alone. */
  NameAdministrator: { may: ['Y'], assigned: ['S', 'V'] },
  ReleaseAdministrator: { may: ['Y'], assigned: ['S', 'V'] },
  ProposeAppointment: { may: ['M'], rules: ['C7'] },
  ConfirmAppointment: { assigned: ['S', 'V'], rules: ['C7', 'C11'] },
  DeclineAppointment: { assigned: ['S', 'V'] },
  /** Powers of one's own, whoever holds a post. */
  Delegate: { may: ['S', 'V'], assigned: SELF, rules: ['C7'] },
  RevokeDelegation: { may: ['S', 'V', 'Y'], assigned: SELF },
  /** To somebody who inspects; who has it may give it back. */
  GrantReading: { may: ['S', 'V', 'Y'] },
  RevokeReading: { may: ['S', 'V', 'Y'], assigned: SELF },
  RecordLeaving: { may: ['S', 'V', 'Y'], rules: ['C11'] },
  FreezePerson: { may: ['S', 'V', 'Y'], rules: ['C11'] },
  UnfreezePerson: { may: ['S', 'V', 'Y'], rules: ['C11'] },
  PublishTemplate: { may: ['S', 'V', 'Y'], rules: ['C13'] },
  ImportCalendarYear: { may: ['S', 'V', 'M', 'Y'] },
  OverrideCalendarDays: { may: ['S', 'V', 'Y'] },
  WithdrawCalendarOverride: { may: ['S', 'V', 'Y'] },
  /** Of the top unit alone. */
  SetSendWindow: { may: ['Y'], assigned: ['S', 'V'] },
} as const satisfies Record<OrganisationCommandType, Row>;
