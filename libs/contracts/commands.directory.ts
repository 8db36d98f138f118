import {
  commandTypes,
  DELEGATION_LIMITS,
  GRANT_LIMITS,
  grantReaches,
  PROPOSAL_LIMITS,
  type DirectoryCommand,
} from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { civilDate, line, post, uuid } from './primitives';

/** Its body is a file of its own (`organisation-import.ts`). */
type Offered = Exclude<DirectoryCommand['type'], 'ImportOrganisation'>;
type Data<Type extends DirectoryCommand['type']> = Readonly<
  Extract<DirectoryCommand, { type: Type }>['data']
>;

export const unitCode = z.string().regex(new RegExp(`^[A-Z0-9-]{1,${LIMITS.code.unit}}$`));
const tenure = { unitId: uuid, post, personId: uuid };

/** The bodies of the directory's commands. A person's name stands in their profile, made with the account. */
export const directoryCommands = {
  RegisterUnit: z.strictObject({
    unitId: uuid,
    code: unitCode,
    name: line(LIMITS.text.unitName),
    parentId: uuid.nullable(),
  }),
  RegisterPerson: z.strictObject({ personId: uuid }),
  AppointToPost: z.strictObject({ ...tenure, from: civilDate.exactOptional() }),
  EndTenure: z.strictObject(tenure),
  MarkAway: z.strictObject({ personId: uuid, from: civilDate, to: civilDate }),
  NameAdministrator: z.strictObject({ personId: uuid }),
  ReleaseAdministrator: z.strictObject({ personId: uuid }),
  ProposeAppointment: z.strictObject({ proposalId: uuid, ...tenure }),
  ConfirmAppointment: z.strictObject({ proposalId: uuid }),
  DeclineAppointment: z.strictObject({ proposalId: uuid, reason: line(PROPOSAL_LIMITS.reason) }),
  Delegate: z.strictObject({
    delegationId: uuid,
    to: uuid,
    powers: z.array(z.enum(commandTypes)).min(1).max(DELEGATION_LIMITS.powers),
    startOn: civilDate,
    endOn: civilDate,
    reason: line(DELEGATION_LIMITS.reason),
  }),
  RevokeDelegation: z.strictObject({ delegationId: uuid, from: uuid }),
  GrantReading: z.strictObject({
    grantId: uuid,
    to: uuid,
    unitId: uuid,
    reach: z.enum(grantReaches),
    endOn: civilDate,
    reason: line(GRANT_LIMITS.reason),
  }),
  RevokeReading: z.strictObject({ grantId: uuid, unitId: uuid }),
  RecordLeaving: z.strictObject({ personId: uuid }),
  FreezePerson: z.strictObject({ personId: uuid }),
  UnfreezePerson: z.strictObject({ personId: uuid }),
  MarkBack: z.strictObject({ personId: uuid, from: civilDate }),
} satisfies { readonly [Type in Offered]: z.ZodType<Data<Type>> };
