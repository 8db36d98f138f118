import type { Wake } from './contract';

export interface Bell {
  readonly isRung: () => boolean;
  /** To be called before the log is asked: what rings while it answers is then heard. */
  readonly clear: () => void;
  /** Waits for the bell or, where one is known, the next moment: one timer, which says what it waits for. */
  readonly orAfter: (wake: Wake | null) => Promise<void>;
}

/** Where a bell hangs: who tells that it was rung, and how one waits. */
export interface BellTower {
  readonly onRing: (ring: () => void) => void;
  /** Until it holds, or at most as long as that; one timer with its label. */
  readonly until: (holds: () => boolean, atMost: Wake | null) => Promise<unknown>;
}

export const hangBell = ({ onRing, until }: BellTower): Bell => {
  let rung = false;
  const isRung = (): boolean => rung;
  onRing(() => {
    rung = true;
  });
  return {
    isRung,
    clear: () => {
      rung = false;
    },
    orAfter: async (wake) => {
      if (wake === null || !rung) await until(isRung, wake);
    },
  };
};
