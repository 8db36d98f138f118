import { readFileSync } from 'node:fs';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * A value from the environment, or from the file that `NAME_FILE` names, so that a secret need not stand in the
 * environment. Undefined where it is empty or not there.
 */
export const given = (env: Variables, name: string): string | undefined => {
  const file = env[`${name}_FILE`];
  return (file ? contentOf(name, file) : env[name]) || undefined;
};

const contentOf = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`${name}_FILE names a file that cannot be read`);
  }
};
