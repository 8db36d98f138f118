import path from 'node:path';
import { verify } from '../../apps/verify/verify.mjs';
import { randomOf } from '../simulation/random';
import { bundleOf, campaignOf } from './bundles';
import { bundleLines, missed, tamperings } from './tampering';

/** How often a kind that fits not every bundle may be tried in vain. */
const PATIENCE = 50;

/** Seeds tried for campaigns that come to what is wanted. */
const FURTHEST = 200;

export interface Valid {
  readonly faults: readonly string[];
  readonly bundles: number;
  readonly types: ReadonlySet<string>;
  readonly shredded: number;
  /** Seeds whose campaign breaks a promise of the model on its way: the model's own specs are about that. */
  readonly passedOver: readonly number[];
}

const campaignOrNull = (seed: number): ReturnType<typeof campaignOf> | null => {
  try {
    return campaignOf(seed);
  } catch {
    return null;
  }
};

/** Bundles of so many random campaigns, and of more until each wanted type of event was in one: none may be found wrong. */
export const validRounds = async (
  folder: string,
  atLeast: number,
  wanted: readonly string[] = [],
): Promise<Valid> => {
  const [faults, types]: [string[], Set<string>] = [[], new Set()];
  const passedOver: number[] = [];
  let [shredded, bundles] = [0, 0];
  const isWanted = (type: string): boolean => wanted.includes(type) && !types.has(type);
  for (let seed = 1; bundles < atLeast || wanted.some(isWanted); seed += 1) {
    if (bundles >= atLeast && seed > FURTHEST)
      throw new Error(`no campaign comes to ${wanted.filter(isWanted).join(', ')}`);
    const world = campaignOrNull(seed);
    if (!world) passedOver.push(seed);
    if (!world) continue;
    if (bundles >= atLeast && !world.log.some(({ event }) => isWanted(event.type))) continue;
    for (const { event } of world.log) types.add(event.type);
    const at = path.join(folder, `valid-${seed}`);
    await bundleOf(world, at);
    const { code, first, counts } = await verify(at);
    [shredded, bundles] = [shredded + counts.shredded, bundles + 1];
    if (code !== 0) faults.push(`seed ${seed}: ${JSON.stringify(first)}`);
  }
  return { faults, bundles, types, shredded, passedOver };
};

/** Each kind of tampering at so many random places of these seeds' bundles; answers those that were not found, or elsewhere. */
export const tamperedRounds = async (
  folder: string,
  seeds: readonly number[],
  times: number,
): Promise<readonly string[]> => {
  const bundles = [];
  for (const seed of seeds) {
    const at = path.join(folder, `base-${seed}`);
    await bundleOf(campaignOf(seed), at);
    bundles.push({ at, lines: bundleLines(at) });
  }
  const faults: string[] = [];
  for (const [nth, [name, tamper]] of Object.entries(tamperings).entries()) {
    const random = randomOf(seeds.length * 1_000 + nth);
    let done = 0;
    for (let tried = 0; done < times && tried < times * PATIENCE; tried += 1) {
      const { at, lines } = random.pick(bundles);
      const tampered = tamper(lines, random);
      if (!tampered) continue;
      done += 1;
      const fault = await missed(at, lines, tampered, random);
      if (fault !== null) faults.push(`${name}, place ${done}: ${fault}`);
    }
    if (done < times) faults.push(`${name}: only ${done} places`);
  }
  return faults;
};
