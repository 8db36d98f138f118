import { deepFreeze } from '@rectify/testing';
import { directoryDecider, type DirectoryCommand } from './directory.decider';
import { DIRECTORY_LIMITS } from './registration';
import { committee, context, directoryOf } from './directory.examples';

const id = '018f0000-0000-7000-8000-000000000077';
const full = deepFreeze({
  ...directoryOf(),
  unitCount: DIRECTORY_LIMITS.units,
  personCount: DIRECTORY_LIMITS.people,
});

describe('a directory that is full', () => {
  it.each<DirectoryCommand>([
    { type: 'RegisterUnit', data: { unitId: id, code: 'QW-99', name: '又一支部', parentId: committee } },
    { type: 'RegisterPerson', data: { personId: id } },
  ])('takes no more: $type', (command) => {
    expect(directoryDecider.decide(full, command, context())).toMatchObject({
      ok: false,
      refusal: { code: 'LIMIT_REACHED' },
    });
  });
});
