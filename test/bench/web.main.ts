import { chromiumPage, signedIn } from './web/slow-page';
import { bigLedger } from './web/big-ledger';
import { filterMs, firstRowsMs, framesPerSecond, interactionMs, memoryMb } from './web/measures';
import { BUDGET, sizesOfBuild, type SizeName } from './web/sizes';
import { endRun } from '../harness/run-folder';

/** npm run bench:web: what the pages weigh, and how quick they are on a slow computer. Needs `npm run build`, a Chromium. */
const line = (what: string, value: number, unit: string, aim: string): void =>
  void process.stdout.write(`${what.padEnd(46)} ${value.toFixed(0).padStart(7)} ${unit.padEnd(4)} ${aim}\n`);

const ROWS = 2_000;

const main = async (): Promise<void> => {
  const sizes = sizesOfBuild();
  for (const name of Object.keys(BUDGET) as SizeName[])
    line(`scripts and styles, compressed: ${name}`, sizes[name] / 1_000, 'KB', `≤ ${BUDGET[name] / 1_000}`);
  const { stack, account, rows } = await bigLedger(ROWS);
  const browser = await chromiumPage();
  try {
    const web = stack.urls.web[0] ?? '';
    const page = await signedIn(browser, web, account);
    line('to-do list: a press to the next paint', await interactionMs(page, web), 'ms', '≤ 100');
    line(`ledger of ${rows} rows: first rows`, await firstRowsMs(page, web), 'ms', '≤ 1000');
    line('  a filter', await filterMs(page), 'ms', '≤ 150');
    line('  scrolling, 12 columns', await framesPerSecond(page, web), 'fps', '≥ 50');
    line('  memory', await memoryMb(page), 'MB', '≤ 150');
  } finally {
    await browser.close();
    await stack.stop();
  }
};

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => endRun(process.pid).then(() => process.exit()));
