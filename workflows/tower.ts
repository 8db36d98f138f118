import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import type { BellTower } from './bell';
import { DOORBELL } from './contract';

/** The bell in earnest: rung by the one signal, waited for with Temporal's timers. */
export const tower: BellTower = {
  onRing: (ring) => setHandler(defineSignal(DOORBELL), ring),
  until: (holds, atMost) =>
    atMost === null ? condition(holds) : condition(holds, atMost.inMs, { summary: atMost.label }),
};
