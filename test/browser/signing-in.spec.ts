import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../../apps/local/ports';
import { answers, startProcess, type Running } from '../../apps/local/processes';
import { settingsOf } from '../api/harness/oidc-way';
import { startProvider, type RunningProvider } from '../api/harness/identity-provider';
import { PASSWORD, setFirstDay, setUpOrganisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { register } from '../harness/run-folder';
import { startStack, type Stack } from '../harness/stack';
import { accessibilityFaults, launchChromium, openPage } from './chromium';
import { signInAs } from './person';

const SERVER = path.resolve(__dirname, '..', '..', 'apps', 'web', 'server', 'web.main.mjs');

/** The pages at an address that was known before: the provider sends the browser back to it. */
const startPages = async (port: number, apiUrl: string): Promise<Running> => {
  const url = `http://127.0.0.1:${port}`;
  const running = await startProcess({
    name: 'web',
    command: process.execPath,
    args: [SERVER],
    env: { PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', API_URL: apiUrl },
    ready: () => answers(url),
    onLine: () => undefined,
  });
  register(running.pid);
  return running;
};

describe('signing in at the browser', () => {
  let provider: RunningProvider;
  let stack: Stack;
  let pages: Running;
  let browser: Browser;
  let web: string;

  beforeAll(async () => {
    const port = await freePort();
    web = `http://127.0.0.1:${port}`;
    provider = await startProvider(web);
    const ownerUrl = await (await testPostgres()).freshDatabase();
    await setFirstDay(ownerUrl);
    stack = await startStack({
      ownerUrl,
      env: { ...settingsOf(provider), PUBLIC_URL: web, SECRETS_KEY: 'c3'.repeat(32) },
    });
    pages = await startPages(port, stack.url);
    await setUpOrganisation(stack, { branches: 1 });
    browser = await launchChromium();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await pages?.stop();
    await stack?.stop();
    await provider?.stop();
  });

  const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const signOut = async (page: Page, name: RegExp): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  };
  const byProvider = (page: Page) => page.getByRole('button', { name: '用统一身份认证登录' });

  it('an identity is linked with the password, opens the account from then on, and a stranger is told', async () => {
    provider.desk.subject = 'wang';
    const { page, complaints } = await signInAs(browser, web, 'branch1.secretary', PASSWORD);
    await page.goto(`${web}/account`);
    const identities = panel(page, '关联的身份');
    await identities.getByLabel('密码').fill(PASSWORD);
    await identities.getByRole('button', { name: '关联统一身份认证' }).click();
    await page.waitForURL(`${web}/account`);
    await identities.getByText(/关联$/).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await signOut(page, /书记/);
    await byProvider(page).click();
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
    expect(page.url()).toBe(`${web}/todo`);

    await signOut(page, /书记/);
    provider.desk.subject = 'a stranger';
    await page.context().clearCookies();
    await byProvider(page).click();
    await page.locator('[data-refusal="OIDC_NOT_LINKED"]').waitFor();
    // Nothing of the answer stays in the address.
    expect(page.url()).toBe(`${web}/oidc`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '回到登录页' }).click();
    await byProvider(page).waitFor();
    expect(complaints.filter((complaint) => !/status of (401|403|404)/.test(complaint))).toEqual([]);
  }, 180_000);

  it('a second factor is shown as a picture, and a new password for somebody is begun, on one’s account page', async () => {
    const { page, complaints } = await signInAs(browser, web, 'branch1.secretary', PASSWORD);
    await page.goto(`${web}/account`);
    const factor = panel(page, '两步验证');
    await factor.getByLabel('密码').fill(PASSWORD);
    await factor.getByRole('button', { name: '开始设置' }).click();
    await factor.locator('svg').first().waitFor();
    expect(await factor.locator('code').innerText()).toMatch(/^[A-Z2-7]{32}$/);

    const reset = panel(page, '帮人重设密码');
    await reset.getByLabel('谁的密码').selectOption({ index: 2 });
    await reset.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await reset.getByRole('button', { name: '生成链接' }).click();
    const link = await reset.locator('code').innerText();
    expect(link).toMatch(new RegExp(`^${web}/reset#[\\w-]{43}$`));
    expect(await accessibilityFaults(page)).toEqual([]);

    const theirs = await openPage(browser);
    await theirs.page.goto(link);
    await theirs.page.getByLabel('新密码').fill('quite another phrase');
    await theirs.page.getByRole('button', { name: '设为新密码' }).click();
    await theirs.page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(complaints.filter((complaint) => !/status of (401|403|404)/.test(complaint))).toEqual([]);
  }, 180_000);
});
