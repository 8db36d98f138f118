import {
  optionalStageKinds,
  type Actor,
  type CampaignCommand,
  type OptionalStageKind,
} from '@rectify/domain';
import type { CommandKey } from '@rectify/event-store';
import { unitIds } from './organisation-commands';

/** An envelope as the write path takes it. */
export interface Sent {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly payloadHash: string;
  readonly ifMatch?: number;
  readonly cause?: string;
}

/** By a person under a key of theirs; every payload is the same unless said otherwise. */
export const by = (personId: string, id: string, more: Partial<Sent> = {}): Sent => ({
  actor: { kind: 'person', personId },
  key: { space: 'person', principal: personId, id },
  payloadHash: 'a'.repeat(64),
  ...more,
});

export const campaignNo = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const toCampaign = (command: CampaignCommand, n = 1) =>
  ({ aggregate: 'campaign', id: campaignNo(n), command }) as const;

/** The branch's launch of `bland-casual` with the five stages that every campaign has unless said otherwise; the serial is the campaign's own number unless said otherwise. */
export const launchOf = (n = 1, serial = n, leaveOut: readonly OptionalStageKind[] = optionalStageKinds) =>
  toCampaign(
    {
      type: 'LaunchCampaign',
      data: {
        campaignId: campaignNo(n),
        unitId: unitIds.branch,
        template: 'bland-casual',
        serial,
        leaveOut,
      },
    },
    n,
  );

/** The organiser's items are those of B1 and B3. */
export const answerOf = (item: string, answer: 'noProblem' | 'notApplicable' = 'noProblem', n = 1) =>
  toCampaign({ type: 'AnswerCheckItems', data: { answers: [{ item, answer }] } }, n);
