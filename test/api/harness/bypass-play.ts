import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, type Campaign, type CommandType, type Instant } from '@rectify/domain';
import { apiOn, type Answer, type Api } from './api';
import { pathOf } from './matrix-cells';
import { theProblemOf, type Cast, type Stage, type StateName } from './matrix-states';
import type { Member } from './organisation';

/** Who tries: a role of the cast, the person in nobody's way, or the secretary of another unit. */
export type Who = keyof Cast | 'spare' | 'stranger';
type Body = Readonly<Record<string, unknown>>;

/** A copy of a state in which somebody tries something, with the campaign as it stands there. */
export interface Play {
  readonly api: Api;
  readonly stage: Stage;
  readonly campaign: Campaign;
  readonly now: Instant;
  readonly problemId: string;
  readonly otherProblem: string;
  readonly unitId: string;
  /** What an earlier step has left for a later one: tokens, ids, what was shown then. */
  readonly kept: Map<string, string>;
}

export const playIn = async (stage: Stage, state: StateName): Promise<Play> => {
  const api = await apiOn(await stage.server.copyOf(stage.states[state]));
  return { ...(await standing(api, stage)), kept: new Map() };
};

/** The same after something was done in it. */
export const later = async (play: Play): Promise<Play> => ({
  ...play,
  ...(await standing(play.api, play.stage)),
});

const standing = async (api: Api, stage: Stage) => {
  const found = await api.infrastructure.application.campaign(stage.campaignId);
  if (!found) throw new Error('no campaign');
  const { campaign, now } = found;
  const problemId = theProblemOf(campaign);
  const otherProblem = campaign.order.find((id) => id !== problemId) ?? '';
  return { api, stage, campaign, now, problemId, otherProblem, unitId: stage.world.branch.unitId };
};

export const memberOf = ({ stage }: Play, who: Who): Member => {
  if (who === 'spare') return stage.spare;
  return who === 'stranger' ? stage.world.other.secretary : stage.cast[who];
};

export const idOf = (play: Play, who: Who): string => memberOf(play, who).personId;

export const send = (
  play: Play,
  who: Who,
  command: CommandType,
  body: Body,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  play.api.command(memberOf(play, who).token, pathOf(command, play.stage.campaignId), body, headers);

/** What has to succeed for the trial to be one. */
export const accepted = async (...asked: Parameters<typeof send>): Promise<Answer> => {
  const answer = await send(...asked);
  if (answer.status >= 300) throw new Error(`${asked[2]} by ${asked[1]}: ${JSON.stringify(answer.body)}`);
  return answer;
};

export const tenure = (play: Play, post: string, who: Who): Body => ({
  ...{ unitId: play.unitId, post, personId: idOf(play, who) },
});

export const claimShown = ({ campaign, problemId }: Play): { problemId: string; basisHash: string } => ({
  ...{ problemId, basisHash: campaign.problems[problemId]?.claim?.hash ?? '' },
});

export const planShown = ({ campaign, problemId }: Play): { problemId: string; basisHash: string } => ({
  ...{ problemId, basisHash: campaign.problems[problemId]?.plan?.hash ?? '' },
});

export const inDays = ({ now }: Play, days: number): string => addDays(civilDateOf(now), days);

export const newKey = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
