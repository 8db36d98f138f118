import type { Random } from './random';

/** A process that can be killed: whatever it was about to do is then never done. */
export interface Process {
  readonly name: string;
  isDead: boolean;
}

export const processOf = (name: string): Process => ({ name, isDead: false });

interface Step {
  readonly of: Process;
  readonly go: () => void;
}

/**
 * Everything that happens outside a process – a statement, a call – is a step that waits for its turn; the seed says
 * whose turn it is. Between two steps everything that can be reckoned is reckoned.
 */
export interface Steps {
  /** Waits for its turn. Never answers where the process is killed meanwhile. */
  readonly turn: (of: Process) => Promise<void>;
  /** Lets one step happen, whichever the seed says; answers whether there was one. */
  readonly next: () => Promise<boolean>;
  readonly waiting: () => number;
}

export const createSteps = (random: Random): Steps => {
  let steps: Step[] = [];
  return {
    turn: (of) => new Promise((resolve) => steps.push({ of, go: resolve })),
    waiting: () => steps.filter(({ of }) => !of.isDead).length,
    next: async () => {
      steps = steps.filter(({ of }) => !of.isDead);
      if (steps.length === 0) return false;
      const [step] = steps.splice(random.below(steps.length), 1);
      step?.go();
      await reckoned();
      return true;
    },
  };
};

/** When everything that waits for nothing outside has been reckoned. */
export const reckoned = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
