import { optionalStageKinds } from '@rectify/domain';

/** The body of a launch with the five stages that every campaign has; where it starts stands beside it. */
export const fiveStages = { template: 'bland-casual', leaveOut: optionalStageKinds } as const;
