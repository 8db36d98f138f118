import type { Actor } from '../kernel/kernel';
import { beginsPasswordOf, keepsAccountsOf } from './accounts';
import { alice, bob, carol, directoryOf, dora, eve, nobody, on, organisation } from './directory.examples';

const by = (personId: string): Actor => ({ kind: 'person', personId });
const named = { type: 'AdministratorNamed', data: { personId: eve, on } } as const;
const directory = directoryOf([...organisation, named]);

describe('accounts of a person', () => {
  it.each([
    ['the secretary of all their units', carol, alice, true, true],
    ['the secretary above', bob, alice, true, true],
    ['an administrator', eve, alice, true, false],
    ['an administrator, of the top secretary', eve, bob, true, false],
    ['the secretary of one of their units', carol, dora, false, false],
    ['a member', alice, eve, false, false],
    ['the person', carol, carol, false, false],
    ['an administrator, their own', eve, eve, false, false],
    ['an administrator, of nobody', eve, nobody, false, false],
    ['a secretary, of nobody', bob, nobody, false, false],
  ])('RR7.13 %s', (_, who, whose, keeps, begins) => {
    expect([keepsAccountsOf(directory, by(who), whose), beginsPasswordOf(directory, by(who), whose)]).toEqual(
      [keeps, begins],
    );
  });
});
