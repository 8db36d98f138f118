import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { setFirstDay, setUpOrganisation, type Branch, type Organisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { startStack, type Stack } from '../harness/stack';
import { launchChromium } from './chromium';
import { CORPUS, typingCorpus, UNSEEN } from './corpus';
import { corpusWorld } from './corpus-world';
import type { DemoWorld } from './demo-world';
import { openAs, visit } from './looks';

const LONG = 400_000;
const typing = typingCorpus();

/** A campaign of whose every text a piece of the corpus stands in the record, and every page on which such texts are shown. */
describe('what somebody types never runs', () => {
  let stack: Stack;
  let browser: Browser;
  let world: Omit<DemoWorld, 'empty'>;
  let organisation: Organisation;

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    await setFirstDay(ownerUrl);
    stack = await startStack({ ownerUrl, webs: 1 });
    organisation = await setUpOrganisation(stack);
    const running = await corpusWorld(typing, organisation, ownerUrl);
    world = { web: stack.urls.web[0] ?? '', api: stack.url, ownerUrl, running, voting: running };
    browser = await launchChromium();
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('stands in every kind of field that people write in', () => {
    expect(typing.fields()).toEqual(
      expect.arrayContaining([
        ...['missing', 'name', 'opinion', 'progress', 'reason', 'result', 'rootCause'],
        ...['target', 'text', 'title', 'zh'],
      ]),
    );
  });

  it('is refused where it cannot be seen and changes what is read', async () => {
    const [branch] = organisation.branches as [Branch];
    for (const name of UNSEEN) {
      const unit = { unitId: randomUUID(), code: 'B09', name, parentId: organisation.district.unitId };
      const { status, body } = await branch.secretary.send(
        'POST',
        '/api/directories/main/commands/register-unit',
        unit,
        { 'idempotency-key': randomUUID() },
      );
      expect({ name, status, field: body['field'] ?? body['code'] }).toMatchObject({ status: 400 });
    }
  });

  it(
    'is shown as it was typed on every page, and nothing of it runs',
    async () => {
      const shown = new Set<string>();
      for (const [account, paths] of Object.entries(await pagesOf(world))) {
        const { page, complaints } = await openAs(browser, world, account);
        const alive: string[] = [];
        page.on('dialog', (dialog) => {
          alive.push(`a dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        await page.exposeFunction('ran', (what: unknown) => void alive.push(`ran ${String(what)}`));
        await page.exposeFunction('onViolation', (what: string) => void alive.push(`policy: ${what}`));
        await page.addInitScript({
          content:
            "document.addEventListener('securitypolicyviolation', (event) => onViolation(event.violatedDirective + ' ' + event.blockedURI))",
        });
        for (const path of paths) {
          await visit(page, world, path);
          await unfold(page);
          const text = await page.locator('body').innerText();
          for (const piece of CORPUS) if (text.includes(piece)) shown.add(piece);
          expect({ path, elements: await aliveIn(page) }).toEqual({ path, elements: [] });
        }
        expect(alive).toEqual([]);
        expect(complaints.filter((each) => !/status of (401|403|404)/.test(each))).toEqual([]);
        await page.context().close();
      }
      expect([...shown].sort()).toEqual([...CORPUS].sort());
    },
    LONG,
  );
});

/** What may be opened without deciding anything. */
const unfold = async (page: Page): Promise<void> => {
  await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
  const verb = page.locator('[data-verb="approve"][aria-expanded="false"]').first();
  if ((await verb.count()) > 0) {
    await verb.click();
    await page.locator('[data-action]').first().waitFor();
  }
};

/** Elements that only markup in a text can have made. */
const aliveIn = (page: Page): Promise<string[]> =>
  page
    .locator(
      'img[src="x"], #root script, svg[onload], iframe, #root style:not([nonce]), a[href^="javascript:"], [onclick], [onfocus], [onerror]',
    )
    .evaluateAll((found) => found.map((each) => each.outerHTML.slice(0, 120)));

const pagesOf = async (
  world: Omit<DemoWorld, 'empty'>,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { code, problems } = world.running;
  const some = Object.keys(problems).slice(0, 4);
  const common = [
    ...[
      '/todo',
      '/todo?box=waiting',
      '/todo?box=done',
      '/c',
      `/c/${code}`,
      `/c/${code}?asOf=2026-04-30&compare=1`,
    ],
    ...[`/c/${code}/ledger`, '/ledger', `/c/${code}/calendar`, '/calendar?view=list'],
    ...some.map((each) => `/p/${each}`),
    ...['/search?q=ran', `/print/ledger?code=${code}&paper=A3`, `/print/problem?code=${some[0]}`],
    ...['/settings', '/settings/delegation', '/settings/templates', '/settings/channels', '/account'],
  ];
  return {
    'branch1.secretary': [...common, `/audit?code=${code}`, '/c/new'],
    'branch1.disciplinemember': ['/todo', `/p/${some[1]}`, '/account'],
    'district.secretary': ['/todo', '/c', '/settings', '/settings/templates'],
  };
};
