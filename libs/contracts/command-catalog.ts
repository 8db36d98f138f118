import { matrix, type CommandType } from '@rectify/domain';
import type { z } from 'zod';
import { calendarCommands } from './commands.calendar';
import { campaignCommands } from './commands.campaign';
import { directoryCommands } from './commands.directory';
import { templateCommands } from './commands.template';

/** What can be addressed: `/api/<plural>/{id}/commands/<name>`. */
export type Aggregate = 'campaign' | 'directory' | 'template' | 'calendar';

export interface CatalogueEntry {
  readonly aggregate: Aggregate;
  /** The domain's command type, such as `PassReview`. */
  readonly type: CommandType;
  /** The last part of its path, such as `pass-review`. */
  readonly name: string;
  readonly schema: z.ZodType<object>;
  /**
   * A signature, by the matrix: a person at a browser proves anew that it is they, unless they did so within the grace
   * (`LIMITS.session.graceSeconds`). A program's token was made by a person who had just done so.
   */
  readonly reauth: boolean;
}

export const plurals = {
  campaign: 'campaigns',
  directory: 'directories',
  template: 'templates',
  calendar: 'calendars',
} as const satisfies Record<Aggregate, string>;

/** `PassReview` → `pass-review`. */
export const kebab = (type: string): string =>
  type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

type Schemas = Partial<Record<CommandType, z.ZodType<object>>>;

const entries = (aggregate: Aggregate, commands: Schemas): CatalogueEntry[] =>
  (Object.entries(commands) as [CommandType, z.ZodType<object>][]).map(([type, schema]) => ({
    aggregate,
    type,
    name: kebab(type),
    schema,
    reauth: matrix[type].reauth === true,
  }));

/** Every command that people and programs may send; launching has a path of its own, the process's commands have none. */
export const catalogue: readonly CatalogueEntry[] = [
  ...entries('campaign', campaignCommands),
  ...entries('directory', directoryCommands),
  ...entries('template', templateCommands),
  ...entries('calendar', calendarCommands),
];

const byType: ReadonlyMap<string, CatalogueEntry> = new Map(catalogue.map((entry) => [entry.type, entry]));
export const catalogueEntry = (type: string): CatalogueEntry | undefined => byType.get(type);

export const commandPath = ({ aggregate, name }: CatalogueEntry, id: string): string =>
  `/api/${plurals[aggregate]}/${id}/commands/${name}`;
