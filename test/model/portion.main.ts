// One process of `npm run test:model`.
import fc from 'fast-check';
import { answerPortions } from '../harness/spread';
import { aSequence, playSequence } from './stories';

answerPortions(async ({ from, count }) => {
  const property = fc.property(aSequence, playSequence);
  const { failed, numRuns, counterexamplePath, counterexample, errorInstance } = fc.check(property, {
    numRuns: count,
    seed: from,
  });
  if (!failed) return { done: count, faults: [], counts: {} };
  const again = `seed ${from} path ${counterexamplePath}`;
  return {
    done: numRuns,
    faults: [`${again}: ${String(errorInstance)}\n  ${JSON.stringify(counterexample)}`],
    counts: {},
  };
});
