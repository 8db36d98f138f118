import fc from 'fast-check';
import shipped from '../template/data/templates.json';
import {
  alice,
  bob,
  branch,
  carol,
  committee,
  directoryOf,
  dora,
  eve,
  group,
  nobody,
  otherBranch,
} from './directory.examples';
import {
  ancestors,
  children,
  descendants,
  holdersOf,
  isActive,
  postsOf,
  resolvePostRef,
  unitIdOfCode,
} from './directory-view';
import { isPostRef, POSTS } from './posts';

const directory = directoryOf();

describe('the directory', () => {
  it('knows the posts of the shipped templates', () => {
    expect(Object.keys(POSTS)).toEqual(Object.keys(shipped.posts));
    expect(POSTS.secretary.one).toBe(true);
    expect(POSTS.liaison.mayOnlyDraft).toBe(true);
  });

  it('answers holders in order of appointment, and posts by person', () => {
    expect(holdersOf(directory, branch, 'organisationMember')).toEqual([alice, dora]);
    expect(postsOf(directory, dora)).toEqual([
      { unitId: committee, post: 'supervisor', from: '2026-01-05' },
      { unitId: branch, post: 'organisationMember', from: '2026-01-05' },
    ]);
    expect(isActive(directory, alice)).toBe(true);
    expect(isActive(directory, eve)).toBe(false);
  });

  it('walks the tree', () => {
    expect(ancestors(directory, group)).toEqual([branch, committee]);
    expect(children(directory, committee)).toEqual([branch, otherBranch]);
    expect(descendants(directory, committee)).toEqual([branch, otherBranch, group]);
    expect(unitIdOfCode(directory, 'QW-01')).toBe(branch);
  });

  it('resolves posts of the unit and of the unit above', () => {
    expect(resolvePostRef(directory, branch, 'secretary')).toEqual({
      unitId: branch,
      post: 'secretary',
      people: [carol],
    });
    expect(resolvePostRef(directory, branch, 'secretary@parent')).toEqual({
      unitId: committee,
      post: 'secretary',
      people: [bob],
    });
    expect(resolvePostRef(directory, committee, 'secretary@parent').people).toEqual([]);
    expect(resolvePostRef(directory, group, 'liaison').people).toEqual([]);
  });

  it('knows a reference from other text', () => {
    expect(['secretary', 'supervisor@parent'].every(isPostRef)).toBe(true);
    expect(['Secretary', 'secretary@child', 'toString', '@parent', '', 7, null].some(isPostRef)).toBe(false);
  });

  it('answers nothing about an id that does not exist, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(nobody, '', 'constructor', '__proto__', 'toString'), (id) => {
        expect(holdersOf(directory, id, 'secretary')).toEqual([]);
        expect(postsOf(directory, id)).toEqual([]);
        expect([...ancestors(directory, id), ...descendants(directory, id)]).toEqual([]);
        expect(resolvePostRef(directory, id, 'secretary@parent').people).toEqual([]);
      }),
    );
  });
});
