import type { Post } from '@rectify/domain';

/** The organisation of the demonstration. Fictional: no district, unit or person of this kind exists. */
export const demoUnits = [
  { code: 'QGW', name: '云岭区直机关工作委员会', parent: null },
  { code: 'QGW-01', name: '区直机关第一党支部', parent: 'QGW' },
  { code: 'QGW-02', name: '区直机关第二党支部', parent: 'QGW' },
  { code: 'QGW-03', name: '区直机关第三党支部', parent: 'QGW' },
] as const;
export type DemoUnit = (typeof demoUnits)[number]['code'];

export interface DemoPerson {
  readonly account: string;
  readonly name: string;
  readonly unit: DemoUnit;
  readonly post: Post;
}

/** Everybody's, and printed: it protects nothing but invented data. */
export const COMMON_PASSWORD = 'zhenggai-2026';

/** In the order in which they are made known. */
export const demoPeople: readonly DemoPerson[] = [
  { account: 'shuji', name: '王立诚', unit: 'QGW-01', post: 'secretary' },
  { account: 'fushuji', name: '李慧敏', unit: 'QGW-01', post: 'deputySecretary' },
  { account: 'zuzhi', name: '赵国平', unit: 'QGW-01', post: 'organisationMember' },
  { account: 'jijian', name: '周正明', unit: 'QGW-01', post: 'disciplineMember' },
  { account: 'xuanchuan', name: '孙晓岚', unit: 'QGW-01', post: 'publicityMember' },
  { account: 'dangyuan', name: '吴海涛', unit: 'QGW-01', post: 'member' },
  { account: 'gongwei', name: '沈致远', unit: 'QGW', post: 'secretary' },
  { account: 'dudao', name: '陆文清', unit: 'QGW', post: 'supervisor' },
  { account: 'shuji2', name: '郑怀远', unit: 'QGW-02', post: 'secretary' },
  { account: 'jijian2', name: '冯雅琴', unit: 'QGW-02', post: 'disciplineMember' },
  { account: 'shuji3', name: '陈志刚', unit: 'QGW-03', post: 'secretary' },
  { account: 'zuzhi3', name: '褚静怡', unit: 'QGW-03', post: 'organisationMember' },
];

export const unitNameOf = (code: DemoUnit): string =>
  demoUnits.find((unit) => unit.code === code)?.name ?? code;
