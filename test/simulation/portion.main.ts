// One process of `npm run test:simulation`.
import { answerPortions } from '../harness/spread';
import { simulate } from './simulate';
import { beginnings } from './start';

const known = beginnings();

answerPortions(async ({ from, count }) => {
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  for (let seed = from; seed < from + count; seed += 1) {
    const { faults: found, happened } = await simulate(seed, await known);
    if (found.length > 0) faults.push(`seed ${seed}: ${found.join('\n  ')}`);
    for (const [name, times] of Object.entries(happened)) counts[name] = (counts[name] ?? 0) + times;
  }
  return { done: count, faults, counts };
});
