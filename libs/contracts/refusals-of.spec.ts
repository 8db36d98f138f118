import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusals } from '@rectify/domain';
import { refusalsOf } from './refusals-of';

/** Every refusal's code that the sources of a folder of the domain name. */
const namedIn = (folder: string): string[] => {
  const at = path.resolve(__dirname, '../domain', folder);
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /(?<!\.spec|\.examples)\.ts$/.test(file));
  const text = sources.map((file) => readFileSync(path.join(at, file), 'utf8')).join('\n');
  return Object.keys(refusals).filter((code) => text.includes(`'${code}'`));
};

describe('what a command may be refused with', () => {
  it.each(['campaign', 'directory', 'template', 'calendar'] as const)(
    'of a %s stands as its deciders say; a new code is added in refusals-of.ts',
    (aggregate) => {
      expect([...refusalsOf[aggregate]].sort()).toEqual(namedIn(aggregate).sort());
    },
  );
});
