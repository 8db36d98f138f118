import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { DOORBELL, type Wake } from './contract';

export interface Bell {
  readonly isRung: () => boolean;
  /** To be called before the log is asked: what rings while it answers is then heard. */
  readonly clear: () => void;
  /** Waits for the bell or, where one is known, the next moment: one timer, which says what it waits for. */
  readonly orAfter: (wake: Wake | null) => Promise<void>;
}

export const hangBell = (): Bell => {
  let rung = false;
  const isRung = (): boolean => rung;
  setHandler(defineSignal(DOORBELL), () => {
    rung = true;
  });
  return {
    isRung,
    clear: () => {
      rung = false;
    },
    orAfter: async (wake) => {
      if (wake === null) await condition(isRung);
      else if (!rung) await condition(isRung, wake.inMs, { summary: wake.label });
    },
  };
};
