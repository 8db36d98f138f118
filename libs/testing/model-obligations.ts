import {
  obligations,
  resolveHolder,
  type CampaignCommand,
  type Obligation,
  type PersonId,
} from '@rectify/domain';
import { hasBegun } from './campaign-watch';
import { at, attempt, type CampaignWorld } from './campaign-world';
import { alternativeOf, everybody, plainly, varied } from './model-commands';

/**
 * Moves that start from what somebody owes: as it is offered, filled in otherwise, by its alternative, by somebody else,
 * or on another basis than is shown.
 */
export type ObligationMove = 'discharge' | 'vary' | 'alternative' | 'stranger' | 'stale';

interface Numbers {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What an obligation's own words allow is allowed to its holder, and to nobody else (design.md §2). */
export const playObligation = (
  world: CampaignWorld,
  kind: ObligationMove,
  { a, b, c }: Numbers,
): CampaignWorld => {
  const all = obligations(world.campaign);
  if (all.length === 0) return world;
  const begun = all.filter((obligation) => hasBegun(world, obligation));
  if (kind === 'discharge' && begun.length === 0) return at(world, `${firstDay(all)}T02:00:00.000Z`);
  const open = kind === 'stranger' || begun.length === 0 ? all : begun;
  const offering = kind === 'alternative' ? open.filter(({ alternatives }) => alternatives.length > 0) : open;
  const obligation = offering[a % Math.max(1, offering.length)];
  if (!obligation) return world;
  const asked = holdersNow(world, obligation);
  switch (kind) {
    case 'discharge':
      return promised(world, obligation, asked[b % asked.length], plainly(world, obligation));
    case 'alternative':
      return promised(world, obligation, asked[b % asked.length], alternativeOf(world, obligation));
    case 'vary':
      return tried(world, asked[b % asked.length], varied(world, obligation, c));
    case 'stranger':
      return asStranger(world, obligation, everybody[b % everybody.length] ?? '');
    case 'stale':
      return onAnotherBasis(world, asked[b % asked.length], plainly(world, obligation));
  }
};

const firstDay = (all: readonly Obligation[]): string => all.map(({ since }) => since).sort()[0] ?? '';

const holdersNow = (world: CampaignWorld, { holder }: Obligation): readonly PersonId[] => {
  const { how, people } = resolveHolder(holder, world.directory, world.campaign.unitId);
  return how === 'holder' ? people.map(({ personId }) => personId) : [];
};

/** Sends what may be refused. */
export const tried = (
  world: CampaignWorld,
  person: PersonId | undefined,
  command: CampaignCommand,
): CampaignWorld => {
  const attempted = person === undefined ? null : attempt(world, person, command);
  return attempted?.ok ? attempted.world : world;
};

const promised = (
  world: CampaignWorld,
  obligation: Obligation,
  person: PersonId | undefined,
  command: CampaignCommand,
): CampaignWorld => {
  if (person === undefined) return world;
  const attempted = attempt(world, person, command);
  if (attempted.ok) return attempted.world;
  if (!hasBegun(world, obligation) || waitsForMeasures(world, obligation)) return world;
  const { type } = command;
  throw new Error(`${type} is owed (${obligation.key}) and refused: ${JSON.stringify(attempted.refusal)}`);
};

/** A completion can be claimed once every measure is finished; until then it is only dated. */
const waitsForMeasures = ({ campaign }: CampaignWorld, { kind, subject }: Obligation): boolean =>
  kind === 'claimCompletion' &&
  (campaign.problems[subject.id]?.plan?.measures.some(({ finished }) => finished === null) ?? false);

const asStranger = (world: CampaignWorld, obligation: Obligation, stranger: PersonId): CampaignWorld => {
  const command = plainly(world, obligation);
  const attempted = attempt(world, stranger, command);
  if (!attempted.ok) return world;
  if (!owesTheSame(world, obligation, stranger))
    throw new Error(`${command.type} accepted of ${stranger}, who does not owe it`);
  return attempted.world;
};

/** What everybody does for themselves, such as signing, is owed by each in the very same words. */
const owesTheSame = (world: CampaignWorld, { action }: Obligation, person: PersonId): boolean =>
  // A member may cast the same vote again, which is no new fact.
  (action.command === 'CastVote' && world.campaign.vote?.ballots.some(({ by }) => by === person)) ||
  obligations(world.campaign).some(
    (other) =>
      JSON.stringify(other.action) === JSON.stringify(action) && holdersNow(world, other).includes(person),
  );

const onAnotherBasis = (
  world: CampaignWorld,
  person: PersonId | undefined,
  { type, data }: CampaignCommand,
): CampaignWorld => {
  if (person === undefined || !('basisHash' in data)) return world;
  const command = { type, data: { ...data, basisHash: 'f'.repeat(64) } } as unknown as CampaignCommand;
  if (attempt(world, person, command).ok) throw new Error(`${type} accepted on another basis`);
  return world;
};
