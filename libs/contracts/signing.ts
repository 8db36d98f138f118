import type { CampaignCommandType } from '@rectify/domain';

/**
 * Commands that stand for a signature: a person at a browser proves anew that it is they, unless they did so within the
 * grace (`LIMITS.session.graceSeconds`). A program's token was made by a person who had just done so.
 */
export const signingCommands = [
  'PassReview',
  'AcceptCompletion',
  'SignOffProblem',
  'SignOffCampaign',
] as const satisfies readonly CampaignCommandType[];
