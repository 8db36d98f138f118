import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const project = path.resolve(__dirname, '..', '..');
const file = path.join(project, 'docker', 'compose.yaml');

export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly build?: unknown;
  readonly ports?: readonly string[];
}

export const composeText = (): string => readFileSync(file, 'utf8');

export const compose = (): { readonly services: Readonly<Record<string, Service>> } =>
  parse(composeText(), { merge: true }) as { services: Record<string, Service> };

/** The services that run our image, by name. */
export function ours(): [
  string,
  Service & { command: readonly string[]; environment: Readonly<Record<string, string>> },
][] {
  return Object.entries(compose().services)
    .filter(([, service]) => service.build !== undefined)
    .map(([name, service]) => [
      name,
      { ...service, command: service.command ?? [], environment: service.environment ?? {} },
    ]);
}

/** What compose would put in: the given value, or the default of `${NAME:-default}`. A required one must be given. */
export function fillIn(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind: string | undefined, rest: string | undefined) => {
      const value = given[name] ?? (kind === '-' ? rest : undefined);
      if (value === undefined) throw new Error(`${name} is not given: ${rest ?? ''}`);
      return value;
    },
  );
}
