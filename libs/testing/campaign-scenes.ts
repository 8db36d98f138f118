import {
  civilDateOf,
  directoryDecider,
  type CampaignCommand,
  type Directory,
  type DirectoryEvent,
  type DirectoryState,
  type Json,
  type Obligation,
  type Post,
  type ProblemStatus,
  type ReadonlyProblem,
  type Template,
} from '@rectify/domain';
import { launched, owedNow, type CampaignWorld } from './campaign-world';
import { templateState, units } from './organisation';
import { walk, type Findings } from './walk-campaign';

/** Led by the deputy, owned by the organiser; the secretary has no part in it and accepts and signs. */
export const ordinary: Findings = { 'B3-1': ['谈心谈话未做到全覆盖'] };
/** Led by the secretary, owned by the organiser: the deputy accepts and the upper unit's secretary signs. */
export const ledBySecretary: Findings = { 'B1-1': ['党课次数不足'] };

const order: readonly ProblemStatus[] = [
  'reported',
  'included',
  'issued',
  'acknowledged',
  'planSubmitted',
  'rectifying',
  'claimed',
  'reviewed',
  'accepted',
  'noticed',
  'closed',
];

/** The same template where it asks for no vote: the secretary confirms the list. */
export const withoutVote = (): Template => {
  const template = templateState();
  if (!template.latest) throw new Error('no template');
  const latest = { ...template.latest };
  delete (latest as { vote?: unknown }).vote;
  return { ...template, latest };
};

/** The first problem of a campaign. */
export const theProblem = ({ campaign }: CampaignWorld): ReadonlyProblem => {
  const problem = campaign.problems[campaign.order[0] ?? ''];
  if (!problem) throw new Error('nothing was reported');
  return problem;
};

/** The campaign walked by everybody who owes something until its first problem has come to a status. */
export const whenProblemIs = (
  status: ProblemStatus,
  findings: Findings = ordinary,
  from = launched(),
): CampaignWorld =>
  walk(from, findings, ({ campaign }) => {
    const problem = campaign.problems[campaign.order[0] ?? ''];
    return problem !== undefined && order.indexOf(problem.status) >= order.indexOf(status);
  });

/** Walked until an obligation of this kind (and, for a stage's chain, of this stage) is owed and has begun. */
export const whenOwed = (
  kind: Obligation['kind'],
  findings: Findings = ordinary,
  {
    from = launched(),
    about = '',
    except = [],
  }: { from?: CampaignWorld; about?: string; except?: readonly Obligation['kind'][] } = {},
): CampaignWorld => {
  const hasBegun = (world: CampaignWorld) =>
    owing(world, kind, about).some(({ since }) => since <= civilDateOf(world.now));
  return walk(from, findings, hasBegun, except);
};

const owing = (world: CampaignWorld, kind: Obligation['kind'], about: string) =>
  owedNow(world, kind).filter(({ subject }) => subject.id.startsWith(about));

/** The one obligation of its kind, or the first. */
export const theOwed = (world: CampaignWorld, kind: Obligation['kind'], about = ''): Obligation => {
  const [first] = owing(world, kind, about);
  if (!first) throw new Error(`nobody owes ${kind}`);
  return first;
};

/** The command that discharges an obligation, or the alternative of that name, completed with what is given. */
export const commandOf = (
  { action, alternatives }: Obligation,
  more: Readonly<Record<string, Json>> = {},
  name = action.command,
): CampaignCommand => {
  const found = [action, ...alternatives].find(({ command }) => command === name);
  if (!found) throw new Error(`${name} is none of its commands`);
  return { type: name, data: { ...found.defaults, ...more } } as unknown as CampaignCommand;
};

/** The same organisation after people left posts and others were appointed, in order. */
export const withPosts = (
  directory: Directory,
  ...changes: readonly (readonly ['ends' | 'begins', Post, string, string?])[]
): Directory => {
  const next = structuredClone(directory) as DirectoryState;
  const recorded = { version: 1, at: '2026-03-01T00:00:00.000Z', actor: { kind: 'system' as const } };
  for (const [change, post, personId, unitId = units.branch] of changes) {
    const event: DirectoryEvent =
      change === 'ends'
        ? { type: 'TenureEnded', data: { unitId, post, personId, on: '2026-03-01' } }
        : { type: 'AppointedToPost', data: { unitId, post, personId, from: '2026-03-01' } };
    directoryDecider.evolve(next, event, recorded);
  }
  return next;
};
