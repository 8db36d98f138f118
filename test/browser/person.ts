import type { Browser, Locator, Page } from 'playwright-core';
import { fillIn, type Story } from './cards';
import { PASSWORD } from '../harness/organisation';
import { openPage } from './chromium';

/** Somebody at their own browser, signed in by the page's form. */
export interface Person {
  readonly account: string;
  readonly page: Page;
  readonly complaints: readonly string[];
}

export const signInAs = async (
  browser: Browser,
  web: string,
  account: string,
  password: string,
): Promise<Person> => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${web}/sign-in`);
  await page.getByRole('textbox', { name: '账号' }).fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
  return { account, page, complaints };
};

const END = /没有更多了|现在没有要办的/;

/** The list as it is now, read anew from the server. */
export const openTodo = async ({ page }: Person, web: string): Promise<Locator> => {
  await page.goto(`${web}/todo`);
  await page.getByText(END).waitFor();
  return page.locator('li[data-obligation]');
};

export interface Row {
  readonly row: Locator;
  readonly kind: string;
  readonly object: string;
}

const rowsOf = async (rows: Locator): Promise<Row[]> =>
  Promise.all(
    (await rows.all()).map(async (row) => ({
      row,
      kind: (await row.getAttribute('data-obligation')) ?? '',
      object: (await row.locator('.todo-what').innerText()).replace(/\s+/g, ' '),
    })),
  );

/** A claim waits for its measures, as the person can see on the same list. */
const isReady = ({ kind, object }: Row, all: readonly Row[]): boolean =>
  kind !== 'claimCompletion' ||
  !all.some((other) => other.kind === 'finishMeasure' && codeOf(other.object) === codeOf(object));

const codeOf = (object: string): string | undefined => /[A-Z]+-\d{4}-\S+-\d{3}/.exec(object)?.[0];

export interface Doing {
  readonly story: Story;
  readonly leave?: (row: Row) => boolean;
  /** Told when a card is open, before anything is filled in. */
  readonly onOpen?: (person: Person, command: string) => Promise<void>;
}

/** Opens a row's first button and answers its card and command. */
export const openCard = async (row: Locator): Promise<{ card: Locator; command: string }> => {
  await row.getByRole('button').first().click();
  const card = row.locator('[data-action]');
  await card.getByRole('button', { name: '收起' }).waitFor();
  return { card, command: (await card.getAttribute('data-action')) ?? '' };
};

/** Does what stands on the person's list until nothing is left; answers how many things were done. */
export const doAll = async (
  person: Person,
  web: string,
  { story, leave, onOpen }: Doing,
): Promise<number> => {
  const rows = await openTodo(person, web);
  for (let done = 0; ; done += 1) {
    const all = await rowsOf(rows);
    const next = all.find((row) => isReady(row, all) && !leave?.(row));
    if (!next) return done;
    const { card, command } = await openCard(next.row);
    await onOpen?.(person, command);
    const fill = fillIn[command];
    if (!fill) throw new Error(`nobody knows how to fill in ${command}`);
    const password = card.getByLabel('密码');
    // A signature, and the grace after signing in has ended.
    if ((await password.count()) > 0) await password.fill(PASSWORD);
    await fill(card, story, next.object);
    // It is told once the list has been read anew; the card that was open is then gone.
    await card.waitFor({ state: 'detached' });
    await person.page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
  }
};

/** Everybody does what is on their own list, in turns, until nobody has anything left today. */
export const everybodyDoesAll = async (
  people: readonly Person[],
  web: string,
  doing: Doing,
): Promise<void> => {
  for (let round = 0; round < 30; round += 1) {
    let acted = 0;
    for (const person of people) acted += await doAll(person, web, doing);
    if (acted === 0) return;
  }
  throw new Error('people are still busy after 30 rounds');
};

/** Moves the installation's clock by the control in the page's header. */
export const forwardTo = async ({ page }: Person, day: string): Promise<void> => {
  const button = page.getByRole('button', { name: /^演示日期/ });
  await button.click();
  await page.getByRole('textbox', { name: '前进到哪一天' }).fill(day);
  await page.getByRole('button', { name: /^前进到/ }).click();
  const [, month, date] = day.split('-').map(Number);
  // The clock walks: it stops for every workflow that wants to look on the way.
  await page.getByRole('button', { name: `演示日期 ${month}月${date}日` }).waitFor({ timeout: 180_000 });
  await page.keyboard.press('Escape');
};
