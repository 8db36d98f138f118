import type { Post } from '@rectify/domain';
import { saveProfile } from '@rectify/read-models';
import { sendTo, setUp, type Driven } from '../../libs/testing/drive-campaign';
import { unitIds } from '../../libs/testing/organisation-commands';
import type { Pool } from 'pg';

const id = (n: number): string => `01900000-0000-7000-b000-${String(n).padStart(12, '0')}`;

const POSTS: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationMember',
  'disciplineMember',
  'publicityMember',
];

export interface StormBranch {
  readonly unitId: string;
  readonly secretary: string;
}

/** Branches below the district, with five people each who have an address, all by commands. */
export const setUpBranches = async (
  driven: Driven,
  pool: Pool,
  count: number,
): Promise<readonly StormBranch[]> => {
  await setUp(driven);
  const branches: StormBranch[] = [];
  for (let n = 0; n < count; n += 1) {
    const unitId = id(n * 10);
    const code = `S${String(n + 1).padStart(3, '0')}`;
    const unit = { unitId, code, name: `第${n + 1}支部`, parentId: unitIds.district };
    await sendTo(driven, 'system', { aggregate: 'directory', command: { type: 'RegisterUnit', data: unit } });
    for (const [index, post] of POSTS.entries()) {
      const personId = id(n * 10 + 1 + index);
      await sendTo(driven, 'system', {
        aggregate: 'directory',
        command: { type: 'RegisterPerson', data: { personId } },
      });
      await sendTo(driven, 'system', {
        aggregate: 'directory',
        command: { type: 'AppointToPost', data: { unitId, post, personId, from: '2026-01-01' } },
      });
      const email = `${code}.${post}@example.test`.toLowerCase();
      await saveProfile(pool, { person_id: personId, name: `${unit.name}${post}`, email });
    }
    branches.push({ unitId, secretary: id(n * 10 + 1) });
  }
  return branches;
};
