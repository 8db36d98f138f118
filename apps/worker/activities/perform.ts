import type { Application } from '@rectify/application';
import type { CampaignCommand, Deed, Instant } from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import type { Activities } from '@rectify/workflows';
import type { Metrics } from '../process/metrics';

export interface PerformDeps {
  readonly application: Pick<Application, 'handle'>;
  readonly metrics: Pick<Metrics, 'deed'>;
  /** Says to delivery that there is something new for it, recorded at that instant. */
  readonly onReminders: (at: Instant) => Promise<void>;
}

const COMMANDS: { readonly [kind in Deed['kind']]: CampaignCommand } = {
  recompute: { type: 'RecomputeDates', data: {} },
  openStage: { type: 'OpenStage', data: {} },
  remind: { type: 'IssueReminders', data: {} },
};

/**
 * Performs a deed through the one write path. Its key names the look that found it due: repeated, by Temporal or after a
 * kill, it is one effect. A refusal is 0 facts and a metric; only what passes by itself is thrown, to be tried again.
 */
export const createPerform =
  ({ application, metrics, onReminders }: PerformDeps): Activities['perform'] =>
  async ({ id, kind, seenVersion }) => {
    const command = COMMANDS[kind];
    const deed = `${kind}@campaign/${id}@${seenVersion}`;
    const handled = await application.handle(
      { aggregate: 'campaign', id, command },
      {
        actor: { kind: 'system' },
        key: { space: 'system', principal: 'campaign', id: deed },
        payloadHash: payloadHash({ id, command }),
        cause: deed,
      },
    );
    if (!handled.ok) {
      const { code } = handled.refusal;
      metrics.deed(kind, code);
      if (code === 'KEY_IN_FLIGHT' || code === 'CONTENDED') throw Object.assign(new Error(code), { code });
      return 0;
    }
    metrics.deed(kind, handled.facts > 0 ? 'done' : 'nothing');
    if (kind === 'remind' && handled.facts > 0) await onReminders(handled.at);
    return handled.facts;
  };
