import {
  campaignDecider,
  campaignsAskedBy,
  hashOf,
  obligations,
  optionalStageKinds,
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
  type LinkedCampaigns,
  type Obligation,
  type OptionalStageKind,
  type PersonId,
  type Recorded,
  type Refusal,
  type Template,
} from '@rectify/domain';
import { produce } from 'immer';
import { isTheirsByMatrix } from './authority-audit';
import { must } from './must';
import { calendarState, directoryState, people, templateState, units } from './organisation';

/** One campaign with everything its decisions rest on, as a value: sending a command gives the next world. */
export interface CampaignWorld {
  readonly campaign: Campaign;
  readonly log: readonly ({ readonly event: CampaignEvent } & Recorded)[];
  readonly now: Instant;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly template: Template;
  /** Other campaigns by their ids, as they stand in their own worlds. */
  readonly linked?: LinkedCampaigns;
}

export const campaignId = '01900000-0000-7000-8000-000000000001';
export const campaignStream = `campaign/${campaignId}`;

/** The shipped template with nothing to plan, hold or sign beside the problems: most specs are about these. */
export const withoutActivities = (template: Template): Template =>
  template.latest ? { ...template, latest: { ...template.latest, activities: [] } } : template;

/** Before the launch; Monday 2 March 2026, 10:00 in Shanghai. */
export const newWorld = (overrides: Partial<CampaignWorld> = {}): CampaignWorld => ({
  campaign: campaignDecider.initialState(),
  log: [],
  now: '2026-03-02T02:00:00.000Z',
  directory: directoryState(),
  calendar: calendarState(),
  template: withoutActivities(templateState()),
  ...overrides,
});

export const actorOf = (person: PersonId | 'system'): Actor =>
  person === 'system' ? { kind: 'system' } : { kind: 'person', personId: person };

export const contextOf = (
  { now, directory, calendar, template, campaign, log }: CampaignWorld,
  person: PersonId | 'system',
): CampaignContext => ({
  now,
  actor: actorOf(person),
  directory,
  calendar,
  template,
  ...(campaign.signOffVersion === null ? {} : { signOffHash: hashAt(log, campaign.signOffVersion) }),
});

/** What stands for an event's hash in a log that has no chain: as fixed as that, and of the same form. */
export const hashAt = (log: CampaignWorld['log'], version: number): string => {
  const entry = log[version - 1];
  return hashOf([version, entry?.at ?? '', entry?.event.type ?? '']);
};

/** Of the other campaigns just those that the write path would load for this command. */
const linkedFor = ({ campaign, linked = {} }: CampaignWorld, command: CampaignCommand): LinkedCampaigns =>
  Object.fromEntries(
    campaignsAskedBy(campaign, command).flatMap((id) => {
      const other = linked[id];
      return other ? [[id, other]] : [];
    }),
  );

export type Attempt =
  | { readonly ok: true; readonly events: readonly CampaignEvent[]; readonly world: CampaignWorld }
  | { readonly ok: false; readonly refusal: Refusal };

/** Decides and appends as the write path would, with what settles by itself. Nothing is changed by a refusal. */
export const attempt = (
  world: CampaignWorld,
  person: PersonId | 'system',
  command: CampaignCommand,
): Attempt => {
  const context = { ...contextOf(world, person), linked: linkedFor(world, command) };
  const decision = campaignDecider.decide(world.campaign, command, context);
  if (!decision.ok) return decision;
  must(
    isTheirsByMatrix(world, decision.as?.onBehalfOf ?? person, command),
    'what is accepted is theirs by the matrix',
    [person, command],
  );
  if (decision.events.length === 0) return { ok: true, events: [], world };
  const actor: Recorded['actor'] =
    person === 'system' ? { kind: 'system' } : { kind: 'person', personId: person, ...decision.as };
  const log = [...world.log];
  // Frozen to its leaves, as in production: who decides on it cannot change it.
  const append = (campaign: Campaign, events: readonly CampaignEvent[]): Campaign =>
    events.length === 0
      ? campaign
      : produce(campaign, (draft) => {
          for (const event of events) {
            const recorded = { version: log.length + 1, at: world.now, actor };
            campaignDecider.evolve(draft as CampaignState, event, recorded);
            log.push({ event, ...recorded });
          }
        });
  const led = append(world.campaign, decision.events);
  const campaign = append(led, campaignDecider.settle?.(led, context) ?? []);
  const next = { ...world, campaign, log };
  return { ok: true, events: log.slice(world.log.length).map(({ event }) => event), world: next };
};

/** What `decide` answers, the settling events included. */
export const decideIn = (
  world: CampaignWorld,
  person: PersonId | 'system',
  command: CampaignCommand,
): Decision<CampaignEvent> => {
  const attempted = attempt(world, person, command);
  return attempted.ok ? { ok: true, events: attempted.events, as: null } : attempted;
};

/** Sends a command that is to be accepted; throws with the refusal otherwise. */
export const send = (
  world: CampaignWorld,
  person: PersonId | 'system',
  command: CampaignCommand,
): CampaignWorld => {
  const attempted = attempt(world, person, command);
  if (attempted.ok) return attempted.world;
  throw new Error(`${command.type} by ${person} refused: ${JSON.stringify(attempted.refusal)}`);
};

export const at = (world: CampaignWorld, now: Instant): CampaignWorld => ({ ...world, now });

/**
 * Launched by the branch's secretary on Monday 2 March 2026, to start the day after: with the five stages that every
 * campaign has, unless fewer of the optional ones are left out.
 */
export const launched = (
  overrides: Partial<CampaignWorld> = {},
  leaveOut: readonly OptionalStageKind[] = optionalStageKinds,
): CampaignWorld =>
  send(newWorld(overrides), people.secretary, {
    type: 'LaunchCampaign',
    data: { campaignId, unitId: units.branch, template: 'bland-casual', serial: 1, leaveOut },
  });

/** Who may discharge an obligation now. */
export const whoOwes = (
  { directory, campaign }: CampaignWorld,
  obligation: Obligation,
): readonly PersonId[] =>
  resolveHolder(obligation.holder, directory, campaign.unitId).people.map(({ personId }) => personId);

export const owedNow = (world: CampaignWorld, kind?: Obligation['kind']): readonly Obligation[] =>
  obligations(world.campaign).filter((obligation) => kind === undefined || obligation.kind === kind);
