import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { endRun } from '../harness/run-folder';
import { DEMO_PASSWORD, startDemonstration } from './demonstration';
import { openAs, visit, type Look } from './looks';
import type { Site } from './site';

/** npm run shots:docs: the set of docs/screens.md, of what `npm start` opens with. Needs `npm run build`, a Chromium. */
const folder = path.resolve(__dirname, '..', '..', 'docs', 'screens');
/** They are read over slow lines, and kept with the code. */
const MOST_BYTES = 150_000;
const CAMPAIGN = 'PDH-2026-QGW-01';

interface Picture {
  readonly file: string;
  readonly who: string;
  readonly look?: Omit<Look, 'name'>;
  /** An address, or the first of one's to-do list that is of such a kind. */
  readonly at: string | { readonly kinds: readonly string[] };
  readonly media?: 'print';
}

const PHONE = { viewport: { width: 360, height: 740 }, scale: 2 };
/** 420 by 297 mm at 96 pixels an inch. */
const A3 = { viewport: { width: 1587, height: 1123 }, scale: 0.75 };
/** As much of a page as a picture's bytes have room for. */
const DESK = { viewport: { width: 1366, height: 640 } };
const DECISIONS = ['reviewCompletion', 'acceptCompletion', 'signOffProblem', 'decidePlan', 'approveStage'];
const WORK = ['finishMeasure', 'claimCompletion', 'submitPlan'];

const PICTURES: readonly Picture[] = [
  { file: 'to-do', who: 'shuji', at: '/todo' },
  { file: 'decision', who: 'jijian', at: { kinds: DECISIONS } },
  { file: 'campaign', who: 'shuji', at: `/c/${CAMPAIGN}` },
  { file: 'ledger', who: 'shuji', at: `/c/${CAMPAIGN}/ledger` },
  { file: 'problem', who: 'shuji', at: `/p/${CAMPAIGN}-001` },
  {
    file: 'print-a3',
    who: 'shuji',
    look: A3,
    at: `/print/ledger?code=${CAMPAIGN}&paper=A3`,
    media: 'print',
  },
  { file: 'phone', who: 'zuzhi', look: PHONE, at: { kinds: WORK } },
  { file: 'large', who: 'zuzhi', look: { size: 'large' }, at: '/todo' },
  { file: 'dark', who: 'shuji', look: { scheme: 'dark' }, at: `/c/${CAMPAIGN}/ledger` },
  { file: 'audit', who: 'shuji', at: `/audit?code=${CAMPAIGN}` },
];

/** Takes them anew: one screenful each, as somebody at it sees it. */
const main = async (): Promise<void> => {
  const { web, browser, stop } = await startDemonstration();
  const site = { web, password: DEMO_PASSWORD };
  mkdirSync(folder, { recursive: true });
  for (const { file, who, look, at, media } of PICTURES) {
    const { page } = await openAs(browser, site, who, { name: file, ...DESK, ...look });
    await visit(page, site, typeof at === 'string' ? at : await addressOf(page, site, at.kinds));
    if (media) await page.emulateMedia({ media });
    const picture = await page.screenshot();
    if (picture.length > MOST_BYTES) throw new Error(`${file} has ${picture.length} bytes`);
    writeFileSync(path.join(folder, `${file}.png`), picture);
    await page.context().close();
  }
  await stop();
};

const addressOf = async (page: Page, { web }: Site, kinds: readonly string[]): Promise<string> => {
  const answer = await page.request.get(`${web}/api/obligations?holder=me`);
  const { items } = (await answer.json()) as { items: readonly { id: string; kind: string }[] };
  const owed = items.find(({ kind }) => kinds.includes(kind));
  if (!owed)
    throw new Error(`nothing of ${kinds.join(', ')} is owed: ${items.map(({ kind }) => kind).join(', ')}`);
  return `/t/${owed.id}`;
};

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => endRun(process.pid).then(() => process.exit()));
