/** Who looks: one person for each way of seeing the same installation. */
export const ROLES = {
  secretary: 'branch1.secretary',
  member: 'branch1.publicitymember',
  owner: 'branch1.organisationmember',
  otherSecretary: 'branch2.secretary',
  idleSecretary: 'branch3.secretary',
  above: 'district.secretary',
  supervisor: 'district.supervisor',
  administrator: 'administrator',
} as const;
export type Role = keyof typeof ROLES;
