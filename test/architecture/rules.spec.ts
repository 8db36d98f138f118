import { faultsOf, proofsIn, readProofs, readRuleBook } from '../rules/rule-book';

const book = (due: string, ceilings = '') =>
  readRuleBook(`| R4.1 | Nobody judges their own work. | everybody |
| R4.2 | Reviewer and acceptor are two. | both |
## Due later
${due}
${ceilings}`);
const proof = (rule: string) => ({ rule, file: 'a.spec.ts', spec: 'is so' });

describe('the rules of docs/rules.md', () => {
  it('have each a spec that carries its number, or stand in the list of what is due later', () => {
    const rules = readRuleBook();
    expect(faultsOf(rules, readProofs())).toEqual([]);
    expect(rules.rules.length).toBeGreaterThan(120);
  });

  it('are missed where no spec names them, and where a spec names none', () => {
    expect(faultsOf(book(''), [proof('R4.1')])).toEqual(['R4.2 has no spec']);
    expect(faultsOf(book(''), [proof('R4.1'), proof('R4.2'), proof('R9.9')])).toEqual([
      'R9.9 is no rule, but named in a.spec.ts: is so',
    ]);
  });

  it('leave the list of what is due later with their first spec, and never grow it', () => {
    const one = '| R4.2 | B |';
    const most = (n: number) => `| 2026-11-23 | B | ${n} |`;
    expect(faultsOf(book(one, most(1)), [proof('R4.1')])).toEqual([]);
    expect(faultsOf(book(one, most(1)), [proof('R4.1'), proof('R4.2')])).toEqual([
      'R4.2 has a spec and is still due later',
    ]);
    expect(faultsOf(book(one, most(0)), [proof('R4.1')])).toEqual([
      '1 rules of issue B are due later; 0 may be',
    ]);
    expect(faultsOf(book(one, `${most(1)}\n| 2026-11-24 | B | 2 |`), [proof('R4.1')])).toEqual([
      'the ceilings of issue B do not fall',
    ]);
  });

  it('are shown by the name of a spec only: not by a comment, a text or what is skipped', () => {
    const source = `
      // R4.9 R5.1 in a comment
      describe('R4.1 R4.2 both', () => {
        it('R4.3 is so', () => { expect('R4.4 text').toBe(''); });
        it.each([1])('R4.5 of %i', () => undefined);
        it.skip('R4.6 skipped', () => undefined);
        it('is not numbered, see R4.7 here', () => undefined);
      });`;
    expect(proofsIn('a.spec.ts', source).map(({ rule, spec }) => `${rule}: ${spec}`)).toEqual([
      'R4.1: both',
      'R4.2: both',
      'R4.3: is so',
      'R4.5: of %i',
    ]);
  });
});
