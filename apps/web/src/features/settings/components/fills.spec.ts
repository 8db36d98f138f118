import type { Me, Unit } from '../../../shared/api/types';
import { mayImport, unitsFilled } from './fills';

const unit = (unitId: string, parentId: string | null): Unit => ({
  unitId,
  code: unitId,
  name: unitId,
  parentId,
});
const units = [unit('top', null), unit('branch', 'top'), unit('group', 'branch'), unit('other', 'top')];
const me = (unitId: string, post: string) =>
  ({ posts: [{ unitId, unitCode: '', unitName: '', post }] }) as unknown as Me;
const filledBy = (unitId: string, post: string) =>
  unitsFilled(me(unitId, post), units).map((each) => each.unitId);

describe('the units whose posts somebody fills', () => {
  it('are those whose secretary they are and all below, and none for another post', () => {
    expect(filledBy('top', 'secretary')).toEqual(['top', 'branch', 'group', 'other']);
    expect(filledBy('branch', 'secretary')).toEqual(['branch', 'group']);
    expect(filledBy('top', 'supervisor')).toEqual([]);
    expect(unitsFilled(me('branch', 'secretary'), [unit('branch', 'unseen')])).toHaveLength(1);
  });
});

it('whoever brings a whole organisation in is its top secretary, or an administrator', () => {
  const may = (unitId: string, post: string, administrator = false) =>
    mayImport({ ...me(unitId, post), administrator }, units);
  expect([may('top', 'secretary'), may('branch', 'secretary'), may('top', 'supervisor')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(may('branch', 'member', true)).toBe(true);
});
