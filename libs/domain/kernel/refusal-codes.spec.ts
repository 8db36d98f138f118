import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refusals } from './refusal-codes';

const domain = path.resolve(__dirname, '..');
const specs = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.spec.ts') && !file.endsWith('refusal-codes.spec.ts'))
  .map((file) => readFileSync(path.join(domain, file), 'utf8'))
  .join('\n');

describe('every refusal', () => {
  it('is proved by a spec of the domain', () => {
    expect(Object.keys(refusals).filter((code) => !specs.includes(`'${code}'`))).toEqual([]);
  });
});
