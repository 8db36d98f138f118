import {
  attendedOn,
  cellOf,
  civilDateOf,
  duties,
  holdersOf,
  matrix,
  parentOf,
  postsOf,
  resolveHolder,
  type CampaignCommand,
  type DutyKind,
  type PersonId,
  type Role,
} from '@rectify/domain';
import type { CampaignWorld } from './campaign-world';

const roleOfDuty = {
  ...({ aspectOwner: 'O', owner: 'O', activityOwner: 'O' } as const),
  ...({ lead: 'L', reviewer: 'R', checker: 'R', acceptor: 'A' } as const),
  // Duties without a role of their own: whoever of these posts they have come to, or is named for them.
  ...({ triager: null, signer: null, examiner: null } as const),
} as const satisfies Record<DutyKind, Role | null>;

/** The roles that posts alone give somebody over a campaign. */
const rolesByPost = ({ campaign, directory }: CampaignWorld, personId: PersonId): readonly Role[] => {
  const { unitId, plan } = campaign;
  const above = parentOf(directory, unitId);
  const named = plan.stages.flatMap(({ approvals }) => approvals.flat());
  const group: readonly string[] = [
    ...(plan.leadingGroup?.posts ?? []),
    ...(plan.vote?.posts ?? []),
    ...named,
  ];
  return postsOf(directory, personId).flatMap((held): readonly Role[] => {
    if (above !== null && held.unitId === above) return ['V'];
    if (held.unitId !== unitId) return [];
    if (held.post === 'secretary') return ['S'];
    if (held.post === 'deputySecretary') return ['D'];
    return group.includes(held.post) ? ['G'] : [];
  });
};

/** What a command is about, as far as duties are of it. */
const subjectsOf = ({ campaign }: CampaignWorld, { data }: CampaignCommand): readonly string[] => {
  const said = data as Readonly<Record<string, unknown>>;
  const items = [said, ...((said['answers'] ?? []) as readonly object[])].flatMap((each) =>
    'item' in each ? [each.item] : [],
  );
  const aspects = campaign.plan.aspects.filter(({ items: own }) =>
    own.some(({ code }) => items.includes(code)),
  );
  return [
    ...['problemId', 'measureId'].flatMap((field) => (typeof said[field] === 'string' ? [said[field]] : [])),
    ...aspects.map(({ code }) => code),
    ...('nth' in said ? [`${String(said['kind'])}#${String(said['nth'])}`] : []),
    ...['pledge', 'lookBack'],
  ];
};

/**
 * Whether the matrix gives somebody a cell for a command, read from posts and duties as they stand. It is looser than
 * `decide`, which also knows turns, and independent of it: whatever is accepted must be theirs by it.
 */
export const isTheirsByMatrix = (
  world: CampaignWorld,
  personId: PersonId | 'system',
  command: CampaignCommand,
): boolean => {
  if (personId === 'system') return cellOf(command.type, 'Y') === 'may';
  if (command.type === 'LaunchCampaign')
    return holdersOf(world.directory, command.data.unitId, 'secretary').includes(personId);
  const isGiven = (role: Role): boolean => cellOf(command.type, role) !== 'never';
  const { campaign } = world;
  if (rolesByPost(world, personId).some(isGiven)) return true;
  if (command.type === 'SignPledge') return campaign.pledge?.people.includes(personId) ?? false;
  const directory = attendedOn(world.directory, civilDateOf(world.now));
  const holds = (duty: DutyKind, subject: string): boolean => {
    const holder = duties.holderOfDuty(campaign, duty, subject);
    const resolved = holder && resolveHolder(holder, directory, campaign.unitId);
    return resolved?.people.some((person) => person.personId === personId) ?? false;
  };
  const subjects = subjectsOf(world, command);
  return (matrix[command.type].duties ?? []).some((duty) => {
    const role = roleOfDuty[duty];
    return (role === null || isGiven(role)) && subjects.some((subject) => holds(duty, subject));
  });
};
