import { createApplication, type Standing } from '@rectify/application';
import { idsFrom } from '../../libs/testing/walk-campaign';
import { createClocks } from './clocks';
import { unconverged } from './converged';
import { createPeople } from './people';
import { randomOf, type Random } from './random';
import type { Beginnings } from './start';
import { createSteps, reckoned } from './steps';
import { createSystem, QUIET, type Bugs, type Faults, type System } from './system';

/** What one seed came to: its faults, and what happened in it, by count. */
export interface Outcome {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly happened: Readonly<Record<string, number>>;
}

const TROUBLES: readonly Faults[] = [
  QUIET,
  { store: 0.05, doorbell: 0.1, completion: 0.1 },
  { store: 0.2, doorbell: 0.3, completion: 0.3 },
  { store: 0, doorbell: 0.9, completion: 0 },
];
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
/** Ids of a seed are its own, whichever seeds ran before it in the process. */
const FIRST_ID = 500_000_000;
const TURNS = 110;
const QUIET_TURNS = 3_000;
const AFTERWARDS = 2;

/** One life of the system under one seed: trouble, then quiet, then the next moments; it has to have converged each time. */
export const simulate = async (
  seed: number,
  { organisation, campaigns, keys: keysBefore }: Beginnings,
  bugs: Bugs = {},
): Promise<Outcome> => {
  const random = randomOf(seed);
  idsFrom(FIRST_ID);
  const chosen = Array.from({ length: 1 + random.below(2) }, () => random.pick(random.pick(campaigns)));
  const started = [...new Map(chosen.map((one) => [one.events[0]?.stream ?? '', one]))];
  const at =
    started
      .map(([, one]) => one.at)
      .sort()
      .at(-1) ?? '';
  const [steps, clocks] = [createSteps(random), createClocks(at)];
  const before = [...organisation, ...started.flatMap(([, { events }]) => events)];
  const longAfter = 8 + random.below(30);
  const system = createSystem({ random, steps, clocks, before, keysBefore, longAfter, bugs });
  for (const [stream, { events }] of started) rise(system, stream, events.length);

  const bugsSeen: unknown[] = [];
  const happened: Record<string, number> = {};
  const people = createPeople({
    ...{ random, api: system.api, onBug: (error: unknown) => bugsSeen.push(error) },
    campaigns: started.map(([stream]) => stream.slice('campaign/'.length)),
  });
  const life: Life = { random, system, steps, clocks, people, happened };
  const check = async (when: string): Promise<readonly string[]> => {
    if (!(await quieten(life))) return [`${when}: it does not come to rest`];
    const faults = await unconverged(system, await standingsOf(system, started));
    return [...faults, ...bugsSeen.map((bug) => `a bug: ${(bug as Error).stack ?? String(bug)}`)].map(
      (fault) => `${when}: ${fault}`,
    );
  };

  await trouble(life);
  const faults = [...(await check('when it is quiet'))];
  for (let turn = 0; turn < AFTERWARDS && faults.length === 0; turn += 1) {
    const next = system.attendance
      .streams()
      .map((stream) => system.attendance.row(stream)?.nextWakeAt ?? null)
      .filter((moment): moment is string => moment !== null)
      .sort()[0];
    if (next === undefined) break;
    clocks.pass(Math.max(0, Date.parse(next) - Date.parse(clocks.now())));
    faults.push(...(await check('when the next moment has come')));
  }
  return { seed, faults, happened: { ...happened, accepted: people.accepted.size } };
};

interface Life {
  readonly random: Random;
  readonly system: System;
  readonly steps: ReturnType<typeof createSteps>;
  readonly clocks: ReturnType<typeof createClocks>;
  readonly people: ReturnType<typeof createPeople>;
  readonly happened: Record<string, number>;
}

/** As an append leaves it. */
const rise = ({ attendance }: System, stream: string, version: number): void =>
  attendance.onAppend({ stream, ring: { raise: true } }, version);

/** What can happen, with how often of a hundred turns. */
const trouble = async (life: Life): Promise<void> => {
  const { random, system, steps, clocks, people } = life;
  system.faults = random.pick(TROUBLES);
  const events: readonly (readonly [number, string, () => unknown])[] = [
    [58, 'step', () => steps.next()],
    [12, 'act', () => people.act()],
    [10, 'relay', () => system.relay()],
    [9, 'time passes', () => clocks.pass(random.pick([1_000, 5_000, MINUTE, HOUR]))],
    [3, 'a timer runs off', () => clocks.pass(Math.min(clocks.nextIn() ?? 0, 2 * DAY))],
    [3, 'the clock is set forward', () => clocks.jump(random.pick([MINUTE, HOUR, DAY, 3 * DAY, 12 * DAY]))],
    [2, 'the worker is killed', () => system.kill('worker')],
    [1, 'the API is killed', () => system.kill('api')],
    [1, 'the trouble changes', () => (system.faults = random.pick(TROUBLES))],
    [random.chance(0.2) ? 1 : 0, 'Temporal is wiped', () => system.wipe()],
  ];
  const deck = events.flatMap(([weight, name, happen]) => Array<Happening>(weight).fill({ name, happen }));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { name, happen } = random.pick(deck);
    life.happened[name] = (life.happened[name] ?? 0) + 1;
    await happen();
    await reckoned();
    await system.deliver();
  }
};

interface Happening {
  readonly name: string;
  readonly happen: () => unknown;
}

/** Nothing goes wrong any more, until nothing happens any more either; answers whether it came to that. */
const quieten = async ({ system, steps, clocks }: Life): Promise<boolean> => {
  system.faults = QUIET;
  let still = 0;
  for (let turn = 0; turn < QUIET_TURNS; turn += 1) {
    await reckoned();
    await system.deliver();
    if (await steps.next()) continue;
    // Half a minute for what was rung and not heard, a minute for what is overdue; a relay's own round is no news.
    const before = newsOf(system);
    clocks.pass(31_000);
    system.relay();
    while (await steps.next()) await system.deliver();
    await reckoned();
    await system.deliver();
    still = newsOf(system) === before && steps.waiting() === 0 ? still + 1 : 0;
    if (still >= 3) return true;
  }
  return false;
};

/** Changes whenever somebody has looked, or something was written. */
const newsOf = ({ attendance, cluster, outbox }: System): string =>
  JSON.stringify([
    outbox.size,
    ...attendance
      .streams()
      .map((stream) => [
        attendance.row(stream)?.logVersion,
        attendance.row(stream)?.seenVersion,
        cluster.open(stream)?.history.length,
      ]),
  ]);

const standingsOf = async (
  { store }: System,
  started: readonly (readonly [string, { readonly events: readonly unknown[] }])[],
): Promise<{ stream: string; standing: Standing; from: number }[]> => {
  const fresh = createApplication({ store });
  return Promise.all(
    started.map(async ([stream, { events }]) => {
      const standing = await fresh.campaign(stream.slice('campaign/'.length));
      if (!standing) throw new Error(`${stream} is gone`);
      return { stream, standing, from: events.length };
    }),
  );
};
