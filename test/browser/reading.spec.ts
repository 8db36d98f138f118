import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../harness/wait';
import { accessibilityFaults } from './chromium';
import { startDemonstration, type Demonstration } from './demonstration';
import type { Person } from './person';

const CODE = 'PDH-2026-QGW-01';
const DAY = '2026-04-30';

/** The ledger as one looks at it, as of a day, and on paper: read by the pages of the demonstration. */
describe('reading in the browser', () => {
  let world: Demonstration;
  let secretary: Person;

  beforeAll(async () => {
    world = await startDemonstration();
    secretary = await world.enter('shuji');
  }, 120_000);
  afterAll(() => world?.stop());

  const open = async (path: string): Promise<Page> => {
    await secretary.page.goto(`${world.web}${path}`);
    return secretary.page;
  };
  const rows = (page: Page): Promise<string[]> =>
    page
      .locator('tr[data-problem]')
      .evaluateAll((found) => found.map((row) => row.getAttribute('data-problem') ?? ''));
  /** What the api itself answers in the same session. */
  const asked = async (page: Page, path: string): Promise<{ code: string | null; status: string }[]> =>
    page.evaluate(async (at) => {
      const answer = (await (await fetch(at)).json()) as { items: { code: string | null; status: string }[] };
      return answer.items;
    }, path);
  const campaignId = async (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const answer = (await (await fetch('/api/campaigns')).json()) as { items: { id: string }[] };
      return answer.items[0]?.id ?? '';
    });

  it('filters by a chip whose number is the number of rows, and keeps it all in the address', async () => {
    const page = await open(`/c/${CODE}/ledger`);
    await page.locator('tr[data-problem]').first().waitFor();
    expect(await page.getByRole('columnheader').allInnerTexts()).toHaveLength(10);
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const chip of await page.locator('[data-chip]').all()) {
      const count = Number(await chip.locator('.chip-count').innerText());
      await chip.click();
      await eventually(async () => (await rows(page)).length === count || undefined, {
        what: `${count} rows`,
      });
    }
    await page.getByRole('link', { name: /^逾期/ }).click();
    await page.getByRole('button', { name: '期限' }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: '期限' }).waitFor();
    const shown = await rows(page);
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toEqual({ light: 'overdue', sort: 'dueOn' });
    await page.reload();
    await page.locator('tr[data-problem]').first().waitFor();
    expect(await rows(page)).toEqual(shown);
  });

  it('shows a day that is over without anything that could be done, and what has changed since', async () => {
    const page = await open(`/c/${CODE}?asOf=${DAY}`);
    await page.locator(`[data-as-of="${DAY}"]`).waitFor();
    await page.getByRole('region', { name: '记录' }).locator('li').first().waitFor();
    expect(await page.locator('[data-obligation], [data-action]').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '台账', exact: true }).last().click();
    await page.locator(`[data-as-of="${DAY}"]`).waitFor();
    await page.locator('tr[data-problem]').first().waitFor();
    const then = await rows(page);
    const numbered = (
      await asked(page, `/api/campaigns/${await campaignId(page)}/problems?asOf=${DAY}`)
    ).flatMap(({ code }) => code ?? []);
    expect([...then].sort()).toEqual([...numbered].sort());
    await page.getByRole('link', { name: '与现在比较' }).click();
    await page.locator('[data-changed]').first().waitFor();
    await page.getByRole('link', { name: '返回现在' }).click();
    await page.locator('[data-as-of]').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('asOf');
  });

  it('shows of its first day neither what has fallen due since nor a stage that has opened since', async () => {
    const page = await open(`/c/${CODE}`);
    const late = page.locator('.panel-head [data-light="overdue"]');
    await late.waitFor();
    const first = (await page.locator('[data-starts-on]').first().getAttribute('data-starts-on')) ?? '';
    await open(`/c/${CODE}?asOf=${first}`);
    await page.locator(`[data-as-of="${first}"]`).waitFor();
    await page.locator('[data-stage][aria-current="step"]').waitFor();
    expect(await page.locator('[data-stage]:not([data-is="ahead"])').count()).toBe(1);
    expect(await late.count()).toBe(0);
  });

  it('prints the ledger of that day on A3, every row of it, with a code that can be checked', async () => {
    const page = await open(`/c/${CODE}/ledger?asOf=${DAY}`);
    await page.locator('tr[data-problem]').first().waitFor();
    const then = await rows(page);
    await page.getByRole('link', { name: '打印', exact: true }).click();
    await page.getByRole('link', { name: 'A3（18列）' }).click();
    await page.locator('[data-paper="A3"] thead th').nth(17).waitFor();
    expect(await page.locator('[data-paper] thead th').count()).toBe(18);
    expect(await page.locator('[data-paper] tbody th').allInnerTexts()).toEqual(then);
    expect(await page.locator('.sheet-head').innerText()).toContain('2026年4月30日24:00');
    expect(await accessibilityFaults(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // A3 lying: 420 by 297 mm, in points.
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
    await page.getByRole('link', { name: '核对本页与系统记录' }).click();
    await page.locator('[data-verdict="same"]').waitFor();
    const changed = page
      .url()
      .replace(/hash=x(.)/, (_, digit: string) => `hash=x${digit === '0' ? '1' : '0'}`);
    await page.goto(changed);
    await page.locator('[data-verdict="other"]').waitFor();
  });

  it('names what is out of the ordinary, and each figure has its table', async () => {
    const page = await open(`/c/${CODE}`);
    await page.locator('[data-exception="overdue"]').waitFor();
    const tables = page.locator('figure details table');
    // Each figure has its own query, and its table is folded.
    await tables.nth(2).waitFor({ state: 'attached' });
    expect(await tables.count()).toBe(3);
    expect(await accessibilityFaults(page)).toEqual([]);
    // Before what may be done besides, which nobody waits for.
    const top = async (what: Locator): Promise<number> => (await what.boundingBox())?.y ?? 0;
    const besides = await top(page.getByRole('region', { name: '还可以办' }));
    expect(await top(page.locator('[data-exception="overdue"]'))).toBeLessThan(besides);
    await page.locator('[data-exception="overdue"] a').click();
    await page.locator('tr[data-problem]').first().waitFor();
    expect(new URL(page.url()).search).toBe('?light=overdue');
  });

  it('says how far the screening is: of what was asked what is concluded, to check and not answered', async () => {
    const page = await open(`/c/${CODE}/screening`);
    const figure = page.locator('figure');
    await figure.locator('summary').click();
    const numbers = async (row: string): Promise<number[]> =>
      (await figure.locator(row).allInnerTexts()).map(Number);
    const [all, ...parts] = ((await figure.locator('p').innerText()).match(/\d+/g) ?? []).map(Number);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
    const items = await page.locator('[data-item]').count();
    expect((await numbers('tbody td:last-child')).reduce((sum, each) => sum + each, 0)).toBe(items);
    expect(all).toBe(items);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says of each campaign how much of it is late, which leads to what it is, as of a day too', async () => {
    const page = await open('/c');
    const row = page.locator(`[data-campaign="${CODE}"]`);
    const light = row.locator('[data-light="overdue"]');
    await light.waitFor();
    const told = await page.evaluate(async () => {
      const { items } = (await (await fetch('/api/campaigns')).json()) as { items: { overdue: number }[] };
      return items[0]?.overdue;
    });
    expect(await light.innerText()).toContain(`${told}项逾期`);
    // Nothing has ended: nothing is left out.
    expect(await page.locator('[data-ended]').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await light.click();
    await page.waitForURL((address) => address.pathname === `/c/${CODE}`);
    await page.locator('main [data-light="overdue"]').getByText(`${told}项逾期`).waitFor();
    await open(`/c?asOf=${DAY}`);
    await page.locator(`[data-as-of="${DAY}"]`).waitFor();
    await row.waitFor();
  });

  it('goes by keys, which are dead in a field', async () => {
    const page = await open('/todo');
    await page.locator('li[data-obligation]').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.locator('tr[data-problem]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('tr[data-problem]').nth(1).locator('a:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${CODE}-002` }).waitFor();
    await page.keyboard.press(']');
    await page.getByRole('heading', { level: 1, name: `${CODE}-003` }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('g l j');
    expect(await page.locator('#search').inputValue()).toBe('g l j');
    await page.locator('#search').fill('主题党日');
    await page.keyboard.press('Enter');
    await page.locator('tr[data-problem]').first().waitFor();
    expect((await rows(page)).length).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows a month with its holidays and what falls due in it', async () => {
    const page = await open('/calendar?month=2026-06');
    await page.locator('[data-month="2026-06"] a').first().waitFor();
    expect(await page.locator('[data-day="2026-06-19"]').getAttribute('data-mark')).toBe('off');
    // What is late stands out among what is done, by shape and word.
    const fifth = page.locator('[data-day="2026-06-05"]');
    expect(await fifth.locator('[data-light="overdue"]').innerText()).toMatch(/■\s*逾期5天/);
    expect(await fifth.locator('[data-light="done"]').first().innerText()).toMatch(/✓\s*按期/);
    expect(await page.getByText('画斜线的日子以后可能变').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    // The same for one's own calendar: what is open, its number and title, and nothing of its plan.
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: /^存为日历文件/ }).click();
    const file = (await readFile(await (await saving).path(), 'utf8')).replaceAll('\r\n ', '');
    expect(file).toMatch(
      /DTSTART;VALUE=DATE:20260605[^]*SUMMARY:PDH-2026-QGW-01-004 整改到位：民主评议结果未反馈本人/,
    );
    expect(file).not.toContain('逐人书面反馈');
    expect(file).not.toContain('PDH-2026-QGW-01-001');
    await open('/calendar?month=2027-02');
    await page.getByText('2027年的放假安排还没有导入').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    // A list is all that a phone has room for: nothing to choose.
    await page.getByRole('link', { name: '下个月' }).waitFor();
    expect(await page.getByRole('link', { name: '看列表' }).isVisible()).toBe(false);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('says why something is due on its day, and of what is done who did it', async () => {
    const page = await open('/todo');
    await page.locator('li[data-obligation] .todo-verb').first().click();
    await page.getByRole('button', { name: /为什么是这天/ }).click();
    await page.locator('[data-why] li').last().waitFor();
    expect(await page.locator('[data-why] li').last().innerText()).toMatch(/^所以是/);
    await open('/todo?box=done');
    await page.locator('tr[data-event]').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('made no page complain', () => expect(secretary.complaints).toEqual([]));
});
