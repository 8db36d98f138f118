import type { Locator, Page } from 'playwright-core';

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** From the press to the paint that shows what it did, as the browser reckons it (event timing). */
const pressMs = async (page: Page, target: Locator): Promise<number> => {
  await page.evaluate(`window.slowest = 0; window.seen ??= new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.slowest = Math.max(window.slowest, duration);
  }); window.seen.observe({ type: 'event', durationThreshold: 16 })`);
  await target.click();
  await page.evaluate('new Promise((done) => setTimeout(done, 500))');
  return Number(await page.evaluate('window.slowest'));
};

/** The to-do list with all its rows and their number in the head: nothing of it is on its way any more. */
const openTodo = async (page: Page, web: string): Promise<void> => {
  await page.goto(`${web}/todo`, { waitUntil: 'networkidle' });
  await page.locator('.nav .badge').waitFor();
  await page.locator('li[data-obligation] button').first().waitFor();
};

/** Opening and closing a card of the to-do list, whichever takes longer. */
export const interactionMs = async (page: Page, web: string): Promise<number> => {
  await openTodo(page, web);
  const opening: number[] = [];
  const closing: number[] = [];
  const button = page.locator('li[data-obligation] button').first();
  for (let round = 0; round < 5; round += 1) {
    opening.push(await pressMs(page, button));
    closing.push(await pressMs(page, button));
  }
  return Math.max(median(opening), median(closing));
};

/**
 * From the press on the ledger's link to the paint of its first rows, both by the page's own clock: how long this process
 * takes to find the link and to ask whether there are rows is not the reader's wait.
 */
export const firstRowsMs = async (page: Page, web: string): Promise<number> => {
  const found: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await openTodo(page, web);
    await page.evaluate(`window.shownAfter = new Promise((done) => {
      addEventListener('click', ({ timeStamp }) => {
        const look = () => {
          if (!document.querySelector('.ledger tbody tr')) requestAnimationFrame(look);
          else setTimeout(() => done(performance.now() - timeStamp));
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    }); undefined`);
    await page.locator('.nav a[href^="/ledger"]').click();
    found.push(Number(await page.evaluate('window.shownAfter')));
  }
  return median(found);
};

export const filterMs = async (page: Page): Promise<number> => {
  const chips = page.locator('.chips a');
  const found: number[] = [];
  for (const place of [1, 0, 2, 0, 1, 0]) found.push(await pressMs(page, chips.nth(place)));
  return median(found);
};

const TWELVE = 'code_aspect_problem_detail_fixType_lead_owner_issuedOn_dueOn_light_status_waitsFor';

/** Frames while somebody turns the wheel through the rows that are not all in the page. */
export const framesPerSecond = async (page: Page, web: string): Promise<number> => {
  await page.goto(`${web}/ledger?rows=scroll&cols=${TWELVE}`, { waitUntil: 'networkidle' });
  await page.locator('.scrolled tbody tr').first().waitFor();
  await page.locator('.nav .badge').waitFor();
  return Number(
    await page.evaluate(`new Promise((done) => {
      const frame = document.querySelector('.scrolled');
      const began = performance.now();
      let frames = 0;
      const step = () => {
        frame.scrollTop += 60;
        frames += 1;
        const passed = performance.now() - began;
        if (passed > 3000) done((frames * 1000) / passed);
        else requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    })`),
  );
};

/** What the page's scripts hold, after a collection. */
export const memoryMb = async (page: Page): Promise<number> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
};
