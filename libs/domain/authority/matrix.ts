import type { CalendarCommand } from '../calendar/calendar.commands';
import type { CampaignCommandType } from '../campaign/campaign.commands';
import type { DirectoryCommand } from '../directory/directory.decider';
import type { TemplateCommand } from '../template/template.decider';
import { campaignMatrix } from './matrix.campaign';
import { organisationMatrix } from './matrix.organisation';
import type { Cell, Role, Row } from './row';

export type CommandType =
  CampaignCommandType | DirectoryCommand['type'] | TemplateCommand['type'] | CalendarCommand['type'];

const rows = { ...campaignMatrix, ...organisationMatrix } as const satisfies Record<CommandType, Row>;

/**
 * Which role may send which command, as data: the one list of commands there are, from which the API takes what it offers
 * and what it asks a password for, the documents their table, and the tests their cells. It decides nothing: `decide`
 * does, on holders of duties (decision record 14). A command without a row does not compile.
 */
export const matrix: Readonly<Record<CommandType, Row>> = rows;

export const commandTypes = Object.keys(rows) as readonly CommandType[];

export const isCommandType = (name: string): name is CommandType => Object.hasOwn(rows, name);

export const cellOf = (command: CommandType, role: Role): Cell => {
  const { may = [], assigned = [] } = matrix[command];
  if (may.includes(role)) return 'may';
  return assigned.includes(role) ? 'assigned' : 'never';
};

/** What only the process may send: nobody but the system has a cell. */
export type ProcessCommandType = {
  [Type in CommandType]: (typeof rows)[Type] extends {
    readonly may: readonly ['Y'];
    readonly assigned?: never;
  }
    ? Type
    : never;
}[CommandType];

const isOfProcess = (type: CommandType): type is ProcessCommandType => {
  const { may = [], assigned = [] } = matrix[type];
  return assigned.length === 0 && may.every((role) => role === 'Y');
};

export const processCommands: readonly ProcessCommandType[] = commandTypes.filter(isOfProcess);
