import type { Campaign, CampaignCommand } from '@rectify/domain';
import { people } from './organisation';

const everybody: readonly string[] = Object.values(people);
const nth = (n: number): string => everybody[n % everybody.length] ?? '';

/** Commands about activities, pledges and rules made that nobody need owe. */
export const aboutActivities = ({ plan, pledge }: Campaign, b: number, c: number): CampaignCommand[] => {
  const basisHash = pledge?.hash ?? 'none';
  return [
    { type: 'IssueLetter', data: { letter: 1 + (c % 4) } },
    { type: 'DropLetter', data: { letter: 1 + (c % 4), reason: '已口头督促' } },
    { type: 'PlanActivity', data: { kind: 'seminar', nth: 1 + (c % 3), plannedOn: plan.startOn } },
    { type: 'RecordActivity', data: { kind: 'theoryStudy', nth: 1 + (c % 2), people: 1 + (c % 40) } },
    {
      type: 'DraftPledgeText',
      data: { text: `第${c % 3}稿`, ...(c % 2 === 0 ? { people: [nth(b), nth(b + 1)] } : {}) },
    },
    { type: 'SignPledge', data: { basisHash } },
    {
      type: 'ComparePledge',
      data: {
        person: nth(c),
        basisHash,
        verdict: 'partly',
        reason: '部分做到',
      },
    },
    {
      type: 'RegisterRuleMade',
      data: { number: `${c % 5}号`, title: '议事规则', effectiveOn: plan.startOn },
    },
    { type: 'RetireRuleMade', data: { number: `${c % 5}号`, reason: '已被代替' } },
  ];
};
