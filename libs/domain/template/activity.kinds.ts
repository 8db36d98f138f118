/** 理论学习 · 专题研讨 · 党课 · 知识测试 · 警示教育 */
export const activityKinds = [
  'theoryStudy',
  'seminar',
  'partyLecture',
  'knowledgeTest',
  'warningEducation',
] as const;

/** 承诺书: stands in a template's list of activities, and is signed, not held. */
export const PLEDGE = 'pledge';

/** security.md §6: how many of one kind a campaign may hold, how many people one may reach, rules made of a campaign. */
export const ACTIVITY_LIMITS = { ofKind: 20, people: 10_000, rulesMade: 200 } as const;
