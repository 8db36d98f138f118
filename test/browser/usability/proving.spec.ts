import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { appUrl } from '../../harness/postgres';
import { accessibilityFaults } from '../chromium';
import { counted, tabTo } from '../clicks';
import { client, REOPENED_BECAUSE, TITLES } from '../demo-world';
import { openAs, visit } from '../looks';
import { pdfPages } from '../pdf-pages';
import { demoStage, LONG } from '../stage';

const project = path.resolve(__dirname, '..', '..', '..');
const run = promisify(execFile);
const DAY = '2026-04-30';
/** Grounds that are neither none nor white, and whether the head is repeated on every page. */
const PAINTED = `(() => {
  const sheet = document.querySelector('[data-paper]');
  const grounds = [...sheet.querySelectorAll('*')].map((each) => getComputedStyle(each).backgroundColor);
  return {
    grounds: [...new Set(grounds)].filter((each) => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(each)),
    repeats: getComputedStyle(sheet.querySelector('thead')).display,
  };
})()`;

describe('reading and proving', () => {
  const stage = demoStage();
  const codeOf = (title: string): string => stage.world.running.problems[title] ?? '';

  it(
    'U5: who reopened a problem, when and why is seen at once, and its first closing is as it was',
    async () => {
      const { page, complaints } = await openAs(stage.browser, stage.world, 'secretary');
      const count = await counted(page);
      const code = codeOf(TITLES.reopened);
      const secretary = await client(stage.world, 'branch1.secretary');
      const { body } = await secretary.get<{
        items: readonly { type: string; subject: { basisHash?: string } }[];
      }>(`/api/campaigns/${stage.world.running.id}/timeline?limit=200`);
      const hashes = body.items.flatMap(({ type, subject }) =>
        type === 'ProblemClosed' ? [subject.basisHash] : [],
      );

      await visit(page, stage.world, `/c/${stage.world.running.code}/ledger`);
      await page.getByRole('link', { name: code, exact: true }).first().click();
      const why = page.locator('[data-reopened]');
      await why.waitFor();
      const text = await why.innerText();
      expect(text).toContain(REOPENED_BECAUSE);
      expect(text).toMatch(/为什么重开：\d+月\d+日.*第1支部/);
      const box = await why.boundingBox();
      // Not scrolled, on a screen of 1366 by 768.
      expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(768);
      expect(count.screens()).toBeLessThanOrEqual(2);

      await why.getByRole('link', { name: '看首次销号时的内容' }).click();
      await page.locator('[data-act="ProblemClosed"]').waitFor();
      expect(await page.locator('[data-frozen]').innerText()).toContain('已销号');
      expect(hashes).toContain(await page.locator('.audit-hash').innerText());
      expect(count.clicks()).toBeLessThanOrEqual(3);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LONG,
  );

  it(
    'U6: the ledger of a day is printed on A3, every row of it, in grey too',
    async () => {
      const { page, complaints } = await openAs(stage.browser, stage.world, 'secretary');
      const count = await counted(page);
      const secretary = await client(stage.world, 'branch1.secretary');
      const { id, code } = stage.world.running;
      const { body } = await secretary.get<{ items: readonly { code: string | null }[] }>(
        `/api/campaigns/${id}/problems?asOf=${DAY}&limit=200`,
      );
      await visit(page, stage.world, `/c/${code}/ledger`);
      await page.getByRole('button', { name: /^截至/ }).click();
      await page.getByRole('textbox', { name: '截至哪一天' }).fill(DAY);
      await page.getByRole('button', { name: '查看这一天' }).click();
      await page.locator(`[data-as-of="${DAY}"]`).waitFor();
      await page.getByRole('link', { name: '打印', exact: true }).click();
      await page.getByRole('link', { name: 'A3（18列）' }).click();
      await page.locator('[data-paper="A3"] thead th').nth(17).waitFor();
      expect(await page.locator('.sheet-head').innerText()).toContain('2026年4月30日24:00');
      const codes = body.items.flatMap((problem) => problem.code ?? []).sort();
      expect([...(await page.locator('[data-paper] tbody th').allInnerTexts())].sort()).toEqual(codes);
      expect({ clicks: count.clicks(), screens: count.screens() }).toEqual({ clicks: 4, screens: 2 });

      await page.emulateMedia({ media: 'print' });
      // What is told by a ground alone would be lost in a grey copy.
      const painted = await page.evaluate(PAINTED);
      expect(painted).toEqual({ grounds: [], repeats: 'table-header-group' });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
      const printed = pdfPages(pdf).join('');
      expect(codes.filter((each) => !printed.includes(each))).toEqual([]);
      // Rows as high as a fifth of the paper make several pages of it.
      await page.evaluate(
        `document.querySelectorAll('[data-paper] tbody th').forEach(({ style }) => (style.height = '60mm'))`,
      );
      const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.length).toBeGreaterThan(2);
      for (const [index, text] of pages.entries()) {
        expect(text).toContain(`第${String(index + 1)}页共${String(pages.length)}页`);
        if (text.includes(`${code}-0`)) expect(text).toContain('序号编号方面问题');
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LONG,
  );

  it(
    'the ledger is printed by the keyboard alone',
    async () => {
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      const count = await counted(page);
      await visit(page, stage.world, `/c/${stage.world.running.code}/ledger`);
      await page.evaluate('document.activeElement?.blur()');
      await page.keyboard.press('p');
      await page.locator('[data-paper="A4"] thead th').first().waitFor();
      await tabTo(page, page.getByRole('link', { name: 'A3（18列）' }));
      await page.keyboard.press('Enter');
      await page.locator('[data-paper="A3"]').waitFor();
      expect(await page.getByRole('button', { name: '打印' }).count()).toBeGreaterThan(0);
      expect(count.clicks()).toBe(0);
      await page.context().close();
    },
    LONG,
  );

  it(
    'U8: who approved a measure and on which content is found, carried out and proved; one byte more is found out',
    async () => {
      const { page, complaints } = await openAs(stage.browser, stage.world, 'secretary');
      const count = await counted(page);
      const code = codeOf(TITLES.late);
      await visit(page, stage.world, '/todo');
      await page.getByRole('button', { name: /书记/ }).click();
      await page.getByRole('link', { name: '核验' }).click();
      await page.getByLabel('事项', { exact: true }).selectOption({ label: '批准方案' });
      await page
        .getByRole('link', { name: new RegExp(`批准方案：${code}`) })
        .first()
        .click();
      const facts = page.locator('[data-act="PlanApproved"]');
      await facts.waitFor();
      expect(await facts.innerText()).toMatch(/第1支部/);
      expect(await facts.locator('time').innerText()).toMatch(/\d+月\d+日 ?\d\d:\d\d/);
      const frozen = page.locator('[data-frozen]');
      expect(await frozen.innerText()).toContain('修订议事规则并执行');
      expect(await frozen.innerText()).toContain(TITLES.late);
      const number = await frozen.getAttribute('data-frozen');
      expect(count.clicks()).toBeLessThanOrEqual(6);
      expect(count.screens()).toBeLessThanOrEqual(3);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();

      const folder = mkdtempSync(path.join(os.tmpdir(), 'proof-'));
      try {
        const bundle = path.join(folder, 'bundle');
        await run(
          process.execPath,
          [path.join(project, 'apps/worker/dist/export.main.js'), stage.world.running.code, bundle],
          {
            env: { ...process.env, DATABASE_URL: appUrl(stage.world.ownerUrl) },
          },
        );
        const verify = () => run(process.execPath, [path.join(project, 'apps/verify/verify.mjs'), bundle]);
        await verify();
        const events = path.join(bundle, 'events.ndjson');
        const written = readFileSync(events, 'utf8');
        const line = written
          .split('\n')
          .find((each) => each.includes(`"seq":${number},`) && each.includes('"type":"PlanApproved"'));
        // The very approval, one digit of its time.
        const changed = (line ?? '').replace(
          /"at":"(\d{3})(\d)/,
          (_, head: string, digit: string) => `"at":"${head}${9 - Number(digit)}`,
        );
        expect(changed).not.toBe(line);
        writeFileSync(events, written.replace(line ?? '', changed));
        await expect(verify()).rejects.toMatchObject({
          code: 1,
          stdout: expect.stringContaining(String(number)),
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    LONG,
  );
});
