import {
  campaignDecider,
  obligations,
  resolveHolder,
  type Actor,
  type Calendar,
  type Campaign,
  type CampaignCommand,
  type CampaignContext,
  type CampaignEvent,
  type CampaignState,
  type Decision,
  type Directory,
  type Instant,
  type Obligation,
  type PersonId,
  type Recorded,
  type Template,
} from '@rectify/domain';
import { deepFreeze } from './given';
import { calendarState, directoryState, people, templateState, units } from './organisation';

/** One campaign with everything its decisions rest on, as a value: sending a command gives the next world. */
export interface CampaignWorld {
  readonly campaign: Campaign;
  readonly log: readonly ({ readonly event: CampaignEvent } & Recorded)[];
  readonly now: Instant;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly template: Template;
}

export const campaignId = '01900000-0000-7000-8000-000000000001';
export const campaignStream = `campaign/${campaignId}`;

/** Before the launch; Monday 2 March 2026, 10:00 in Shanghai. */
export const newWorld = (overrides: Partial<CampaignWorld> = {}): CampaignWorld => ({
  campaign: campaignDecider.initialState(),
  log: [],
  now: '2026-03-02T02:00:00.000Z',
  directory: directoryState(),
  calendar: calendarState(),
  template: templateState(),
  ...overrides,
});

export const actorOf = (person: PersonId | 'system'): Actor =>
  person === 'system' ? { kind: 'system' } : { kind: 'person', personId: person };

export const contextOf = (
  { now, directory, calendar, template }: CampaignWorld,
  person: PersonId | 'system',
): CampaignContext => ({
  now,
  actor: actorOf(person),
  directory,
  calendar,
  template,
});

/** What `decide` answers, the settling events included. */
export const decideIn = (
  world: CampaignWorld,
  person: PersonId | 'system',
  command: CampaignCommand,
): Decision<CampaignEvent> => {
  const context = contextOf(world, person);
  const decision = campaignDecider.decide(world.campaign, command, context);
  if (!decision.ok || decision.events.length === 0) return decision;
  const after = apply(world, person, decision.events, decision.as).campaign;
  return { ...decision, events: [...decision.events, ...(campaignDecider.settle?.(after, context) ?? [])] };
};

/** Appends events to the world as the log would. The state is frozen to its leaves: who decides on it cannot change it. */
const apply = (
  world: CampaignWorld,
  person: PersonId | 'system',
  events: readonly CampaignEvent[],
  as: { unitId: string; post: string } | null,
): CampaignWorld => {
  const actor: Recorded['actor'] =
    person === 'system' ? { kind: 'system' } : { kind: 'person', personId: person, ...as };
  const recorded = events.map((event, index) => ({
    event,
    version: world.log.length + index + 1,
    at: world.now,
    actor,
  }));
  const { plan } = world.campaign;
  const draft = { ...structuredClone({ ...world.campaign, plan: null }), plan } as unknown as CampaignState;
  for (const { event, ...rest } of recorded) campaignDecider.evolve(draft, event, rest);
  return { ...world, campaign: deepFreeze(draft), log: [...world.log, ...recorded] };
};

/** Sends a command that is to be accepted; throws with the refusal otherwise. */
export const send = (
  world: CampaignWorld,
  person: PersonId | 'system',
  command: CampaignCommand,
): CampaignWorld => {
  const decision = decideIn(world, person, command);
  if (!decision.ok)
    throw new Error(`${command.type} by ${person} refused: ${JSON.stringify(decision.refusal)}`);
  return apply(world, person, decision.events, decision.as);
};

export const at = (world: CampaignWorld, now: Instant): CampaignWorld => ({ ...world, now });

/** Launched by the branch's secretary on Monday 2 March 2026, to start the day after. */
export const launched = (overrides: Partial<CampaignWorld> = {}): CampaignWorld =>
  send(newWorld(overrides), people.secretary, {
    type: 'LaunchCampaign',
    data: { campaignId, unitId: units.branch, template: 'bland-casual', serial: 1 },
  });

/** Who may discharge an obligation now. */
export const whoOwes = (
  { directory, campaign }: CampaignWorld,
  obligation: Obligation,
): readonly PersonId[] =>
  resolveHolder(obligation.holder, directory, campaign.unitId).people.map(({ personId }) => personId);

export const owedNow = (world: CampaignWorld, kind?: Obligation['kind']): readonly Obligation[] =>
  obligations(world.campaign).filter((obligation) => kind === undefined || obligation.kind === kind);
