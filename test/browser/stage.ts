import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { demoWorld, type DemoWorld } from './demo-world';

/** Making the demonstration world takes its time; after the first spec of a run it is there. */
export const LONG = 400_000;

export interface DemoStage {
  readonly world: DemoWorld;
  readonly browser: Browser;
}

/** The demonstration world and a browser of a spec's own, before its first test. To be called in a `describe`. */
export const demoStage = (): DemoStage => {
  let stage: DemoStage | undefined;
  beforeAll(async () => {
    stage = { world: await demoWorld(), browser: await launchChromium() };
  }, LONG);
  afterAll(() => stage?.browser.close());
  const ready = (): DemoStage => {
    if (!stage) throw new Error('the stage is there when the first test begins');
    return stage;
  };
  return {
    get world() {
      return ready().world;
    },
    get browser() {
      return ready().browser;
    },
  };
};
