import type { Campaign, CampaignCommand } from '@rectify/domain';
import { newId } from './walk-campaign';

/** A split makes problems; more of them show nothing new. */
const mostProblems = 8;

/** Changes of the list that nobody need owe: a late report, a problem merged into another, and one split in two. */
export const aboutTheList = ({ order, plan }: Campaign, b: number, c: number): CampaignCommand[] => {
  const at = (n: number): string => order[n % Math.max(1, order.length)] ?? 'none';
  const ordinary = plan.aspects.flatMap(({ items }) => items.filter(({ clue }) => !clue));
  const { code: item = 'none' } = ordinary[b % Math.max(1, ordinary.length)] ?? {};
  return [
    { type: 'MergeProblems', data: { into: at(c + 1 + (b % 3)), problemIds: [at(c)], reason: '内容重复' } },
    ...(order.length < mostProblems
      ? [
          {
            type: 'ReportProblem',
            data: { item, problem: { id: newId(), title: `后来发现${b}`, detail: '' } },
          } as const,
          {
            type: 'SplitProblem',
            data: {
              problemId: at(c),
              parts: ['甲', '乙'].map((title) => ({ id: newId(), title, detail: '' })),
              reason: '两个问题',
            },
          } as const,
        ]
      : []),
  ];
};
