import type { Channel } from '@rectify/domain';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** What this process counts. Labels are kinds and codes from closed lists, never ids. */
export interface Metrics {
  readonly registry: Registry;
  readonly deed: (kind: string, outcome: string) => void;
  readonly ring: (reason: string, outcome: 'rung' | 'failed') => void;
  readonly mail: (channel: Channel, kind: string, outcome: string) => void;
  readonly away: (part: 'temporal' | 'postgres' | Channel, isAway: boolean) => void;
}

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const deeds = counter('rectify_deeds_total', 'Deeds of workflows by what became of them.', [
    'kind',
    'outcome',
  ]);
  const rings = counter('rectify_rings_total', 'Doorbells that the relay rang.', ['reason', 'outcome']);
  const mails = counter('rectify_mails_total', 'Tries of mails and messages by what became of them.', [
    'channel',
    'kind',
    'outcome',
  ]);
  const aways = new Gauge({
    name: 'rectify_away',
    help: '1 while it does not answer.',
    labelNames: ['part'],
    registers: [registry],
  });
  return {
    registry,
    deed: (kind, outcome) => deeds.inc({ kind, outcome }),
    ring: (reason, outcome) => rings.inc({ reason, outcome }),
    mail: (channel, kind, outcome) => mails.inc({ channel, kind, outcome }),
    away: (part, isAway) => aways.set({ part }, isAway ? 1 : 0),
  };
};
