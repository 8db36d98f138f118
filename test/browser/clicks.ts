import type { Locator, Page } from 'playwright-core';

export interface Counted {
  /** Presses of a finger or a mouse; what the keyboard does is none. */
  readonly clicks: () => number;
  /** Different pages that were shown. */
  readonly screens: () => number;
}

/** Counts from now on, over every page that comes. To be called before the first page is opened. */
export const counted = async (page: Page): Promise<Counted> => {
  let clicks = 0;
  const screens = new Set<string>();
  await page.exposeFunction('onPress', () => void (clicks += 1));
  await page.addInitScript({ content: "addEventListener('pointerdown', () => onPress(), true)" });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) screens.add(new URL(frame.url()).pathname);
  });
  return { clicks: () => clicks, screens: () => screens.size };
};

/** Steps on with Tab until the element has the focus, as somebody without a mouse does. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.first().waitFor();
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    if ((await target.first().and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error('the keyboard does not reach it');
};
