import {
  civilDateOf,
  directoryDecider,
  fold,
  instantAt,
  obligations,
  optionalStageKinds,
  postsOf,
  resolveHolder,
  type Campaign,
  type CampaignCommand,
  type Directory,
  type Instant,
  type Obligation,
} from '@rectify/domain';
import { at, attempt, discharge, newWorld, send, type CampaignWorld, type Findings } from '@rectify/testing';
import type { Named, Organised, WorldPlan } from './plan';
import { worded } from './plan';

/** Several campaigns of one organisation, at one moment. */
export interface ScopeWorld {
  readonly directory: Directory;
  readonly now: Instant;
  readonly campaigns: readonly CampaignWorld[];
}

type Stood = { readonly campaign: Campaign; readonly directory: Directory; readonly now: Instant };
export type Move =
  { readonly person: string; readonly command: CampaignCommand } | { readonly forwardTo: Instant } | null;

const FINDINGS: readonly Findings[] = [
  { 'B3-1': ['谈心谈话不够'], 'B1-1': ['党课次数不足'] },
  { 'B1-1': ['党课次数不足', '记录不全'] },
  { 'B3-1': ['谈心谈话不够'] },
];

const isBlocked = (campaign: Campaign, { kind, subject }: Obligation): boolean =>
  kind === 'claimCompletion' &&
  (campaign.problems[subject.problemId ?? '']?.plan?.measures.some(({ finished }) => finished === null) ??
    false);

/**
 * Somebody does something that is owed, whichever; now and then the other way that there is. Where nobody may, whoever is
 * asked instead names somebody of the unit. Where nothing has begun, time goes on.
 */
export const nextMove = ({ campaign, directory, now }: Stood, n: number): Move => {
  const today = civilDateOf(now);
  const owed = obligations(campaign);
  const due = owed
    .filter((each) => each.since <= today && !isBlocked(campaign, each))
    .map((each) => ({ each, found: resolveHolder(each.holder, directory, campaign.unitId) }))
    .filter(({ each, found }) => found.how === 'holder' || (found.people.length > 0 && each.holder.duty));
  const [chosen] = due.length === 0 ? [] : [due[n % due.length]];
  if (!chosen) {
    const ahead = owed.map(({ since }) => since).filter((since) => since > today);
    const [next] = ahead.sort();
    return next === undefined ? null : { forwardTo: instantAt(next, '10:00') };
  }
  const person = chosen.found.people[n % chosen.found.people.length]?.personId ?? '';
  const isTheirs = chosen.found.how === 'holder';
  const command = isTheirs ? commandFor(chosen.each, n) : naming(chosen.each, { campaign, directory }, n);
  return { person, command: worded(command, campaign.id, n) };
};

const commandFor = (obligation: Obligation, n: number): CampaignCommand => {
  const [other] = obligation.alternatives;
  const isOther = n % 5 === 4 && other && other.command.startsWith('Return');
  if (!isOther) return discharge(obligation, FINDINGS[n % FINDINGS.length]);
  return {
    type: other.command,
    data: { ...other.defaults, missing: '-', reason: '-' },
  } as unknown as CampaignCommand;
};

const naming = (
  { holder: { duty } }: Obligation,
  { campaign, directory }: Pick<Stood, 'campaign' | 'directory'>,
  n: number,
): CampaignCommand => {
  const unit = Object.keys(directory.people).filter((person) =>
    postsOf(directory, person).some(({ unitId }) => unitId === campaign.unitId),
  );
  const named = {
    duty: duty?.kind ?? 'owner',
    subject: duty?.subject ?? '',
    person: unit[n % unit.length] ?? '',
  };
  return { type: 'AssignDuty', data: { ...named, reason: '-' } };
};

export const launchIn = (campaignId: string, unitId: string, serial: number) => ({
  type: 'LaunchCampaign' as const,
  data: { campaignId, unitId, template: 'bland-casual', serial, leaveOut: optionalStageKinds },
});

/** The same as would be on PostgreSQL, in memory. */
export const built = (plan: WorldPlan, named: Named, org: Organised): ScopeWorld => {
  const directory = fold(
    directoryDecider,
    org.events.map((event, at) => ({
      event,
      version: at + 1,
      at: '2026-01-05T01:00:00.000Z',
      actor: { kind: 'system' as const },
    })),
  );
  const serials: Record<string, number> = {};
  const campaigns = plan.campaigns.map(({ unit, steps, choice }, place) => {
    const unitId = org.unitIds[unit % org.unitIds.length] as string;
    const serial = (serials[unitId] = (serials[unitId] ?? 0) + 1);
    const launch = launchIn(named.id('campaign', place), unitId, serial);
    return driven(send(newWorld({ directory }), org.secretaries[unitId] ?? '', launch), steps, choice);
  });
  const now = campaigns
    .map((each) => each.now)
    .sort()
    .at(-1) as Instant;
  return { directory, now, campaigns: campaigns.map((each) => at(each, now)) };
};

export const driven = (launched: CampaignWorld, steps: number, choice: number): CampaignWorld => {
  let world = launched;
  for (let step = 0; step < steps; step += 1) {
    const move = nextMove(world, choice + step);
    if (move === null) return world;
    if ('forwardTo' in move) world = at(world, move.forwardTo);
    else {
      const tried = attempt(world, move.person, move.command);
      if (tried.ok) world = tried.world;
    }
  }
  return world;
};
