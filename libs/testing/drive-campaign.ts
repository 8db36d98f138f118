import {
  civilDateOf,
  compareDates,
  instantAt,
  obligations,
  react,
  resolveHolder,
  type Actor,
  type Calendar,
  type Campaign,
  type CampaignCommand,
  type Directory,
  type Instant,
  type Obligation,
  type PersonId,
} from '@rectify/domain';
import type { CommandKey } from '@rectify/event-store';
import { deedCommand } from './campaign-watch';
import { setUpCommands, type SetUpTarget } from './organisation-commands';
import { discharge, type Findings } from './walk-campaign';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };
type AnyTarget =
  SetUpTarget | { readonly aggregate: 'campaign'; readonly id: string; readonly command: CampaignCommand };

/** What is asked of an application, in memory or on PostgreSQL, that a campaign is driven through. */
export interface Driven {
  readonly handle: (
    target: AnyTarget,
    envelope: { readonly actor: Actor; readonly key: CommandKey; readonly payloadHash: string },
  ) => Promise<Answer>;
  readonly campaign: (id: string) => Promise<Seen | null>;
}

export interface Seen {
  readonly campaign: Campaign;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly now: Instant;
}

let sent = 0;

/** Sends one command under a key of its own; throws where it is refused. */
export const sendTo = async (
  driven: Driven,
  person: PersonId | 'system',
  target: AnyTarget,
): Promise<void> => {
  sent += 1;
  const key: CommandKey =
    person === 'system'
      ? { space: 'system', principal: 'campaign', id: `drive-${sent}` }
      : { space: 'person', principal: person, id: `drive-${sent}` };
  const actor: Actor = person === 'system' ? { kind: 'system' } : { kind: 'person', personId: person };
  const answer = await driven.handle(target, {
    actor,
    key,
    payloadHash: sent.toString(16).padStart(64, '0'),
  });
  if (!answer.ok)
    throw new Error(`${target.command.type} by ${person} refused: ${JSON.stringify(answer.refusal)}`);
};

/** Units, people, posts, calendar years and templates. */
export const setUp = async (driven: Driven): Promise<void> => {
  for (const target of setUpCommands()) await sendTo(driven, 'system', target);
};

export interface Drive {
  readonly campaignId: string;
  readonly findings: Findings;
  /** Sets the domain's clock forward; only where nothing that has begun is owed. */
  readonly forwardTo: (instant: Instant) => Promise<void>;
  /** Another command than the obligation's own, such as a return; null leaves it at that. */
  readonly instead?: (obligation: Obligation, seen: Seen) => CampaignCommand | null;
  readonly until?: (seen: Seen) => boolean;
  /** Left undone. */
  readonly except?: readonly Obligation['kind'][];
}

const STEPS = 5_000;

/**
 * Walks a launched campaign by nothing but its obligations, each discharged by whom it resolves to, the process's deeds
 * done as they fall due, to the sign-off or until `until` holds.
 */
export const driveCampaign = async (driven: Driven, drive: Drive): Promise<Seen> => {
  for (let step = 0; step < STEPS; step += 1) {
    const seen = await lookAt(driven, drive.campaignId);
    if (seen.campaign.status !== 'open' || drive.until?.(seen)) return seen;
    if (await attend(driven, drive.campaignId, seen)) continue;
    const next = nextOwed(seen, drive.except);
    if (!next) {
      await drive.forwardTo(nextOpening(seen));
      continue;
    }
    const command = drive.instead?.(next.obligation, seen) ?? discharge(next.obligation, drive.findings);
    await sendTo(driven, next.person, { aggregate: 'campaign', id: drive.campaignId, command });
  }
  throw new Error(`the campaign is not over after ${STEPS} steps`);
};

export const lookAt = async (driven: Driven, campaignId: string): Promise<Seen> => {
  const seen = await driven.campaign(campaignId);
  if (!seen) throw new Error(`no campaign ${campaignId}`);
  return seen;
};

/** Does what the process would do now; answers whether there was anything. */
export const attend = async (
  driven: Driven,
  campaignId: string,
  { campaign, now, calendar }: Seen,
): Promise<boolean> => {
  const { due } = react(campaign, now, calendar);
  for (const { kind } of due) {
    const command = deedCommand(kind);
    await sendTo(driven, 'system', { aggregate: 'campaign', id: campaignId, command });
  }
  return due.length > 0;
};

const nextOwed = (
  { campaign, directory, now }: Seen,
  except: readonly Obligation['kind'][] = [],
): { obligation: Obligation; person: PersonId } | null => {
  const today = civilDateOf(now);
  for (const obligation of [...obligations(campaign)].sort(byDueDay)) {
    if (obligation.since > today || except.includes(obligation.kind)) continue;
    if (waitsForMeasures(campaign, obligation)) continue;
    const [who] = resolveHolder(obligation.holder, directory, campaign.unitId).people;
    if (who) return { obligation, person: who.personId };
  }
  return null;
};

/** What is due first is done first, so that many problems are under way at the same time. */
const byDueDay = (a: Obligation, b: Obligation): number => compareDates(a.dueOn, b.dueOn);

const waitsForMeasures = (campaign: Campaign, { kind, subject }: Obligation): boolean =>
  kind === 'claimCompletion' &&
  (campaign.problems[subject.problemId ?? '']?.plan?.measures.some(({ finished }) => finished === null) ??
    false);

const nextOpening = ({ campaign, now }: Seen): Instant => {
  const today = civilDateOf(now);
  const [ahead] = obligations(campaign)
    .map(({ since }) => since)
    .filter((since) => since > today)
    .sort();
  if (ahead === undefined) throw new Error('nothing is owed and nothing is dated');
  return instantAt(ahead, '10:00');
};
