import type { z } from 'zod';
import { calendarCommands } from './commands.calendar';
import { campaignCommands } from './commands.campaign';
import { signingCommands } from './signing';
import { directoryCommands } from './commands.directory';
import { templateCommands } from './commands.template';

/** What can be addressed: `/api/<plural>/{id}/commands/<name>`. */
export type Aggregate = 'campaign' | 'directory' | 'template' | 'calendar';

export interface CatalogueEntry {
  readonly aggregate: Aggregate;
  /** The domain's command type, such as `PassReview`. */
  readonly type: string;
  /** The last part of its path, such as `pass-review`. */
  readonly name: string;
  readonly schema: z.ZodType<object>;
  /** A person at a browser proves anew that it is they. */
  readonly reauth: boolean;
}

const signing: ReadonlySet<string> = new Set(signingCommands);

export const plurals = {
  campaign: 'campaigns',
  directory: 'directories',
  template: 'templates',
  calendar: 'calendars',
} as const satisfies Record<Aggregate, string>;

/** `PassReview` → `pass-review`. */
export const kebab = (type: string): string =>
  type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const entries = (aggregate: Aggregate, commands: Record<string, z.ZodType<object>>): CatalogueEntry[] =>
  Object.entries(commands).map(([type, schema]) => ({
    aggregate,
    type,
    name: kebab(type),
    schema,
    reauth: signing.has(type),
  }));

/** Every command that people and programs may send; launching has a path of its own, the process's commands have none. */
export const catalogue: readonly CatalogueEntry[] = [
  ...entries('campaign', campaignCommands),
  ...entries('directory', directoryCommands),
  ...entries('template', templateCommands),
  ...entries('calendar', calendarCommands),
];

const byType = new Map(catalogue.map((entry) => [entry.type, entry]));
export const catalogueEntry = (type: string): CatalogueEntry | undefined => byType.get(type);

export const commandPath = ({ aggregate, name }: CatalogueEntry, id: string): string =>
  `/api/${plurals[aggregate]}/${id}/commands/${name}`;
