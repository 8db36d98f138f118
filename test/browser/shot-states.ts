import type { Page } from 'playwright-core';
import { TITLES, type DemoWorld } from './demo-world';
import { settled, visit } from './looks';
import type { Role } from './roles';
import type { ScreenKind } from './screens';

/** A page as it is after something happened to it. */
export interface ShotState {
  readonly name: string;
  readonly kind: ScreenKind;
  /** Or an account. */
  readonly role: Role | string;
  /** Brings the page there. */
  readonly make: (page: Page, world: DemoWorld) => Promise<void>;
}

/** The readings of what the pages are about. */
const READINGS = /\/api\/(obligations|campaigns)/;

/** Grey blocks, while the readings are on their way. */
const loading =
  (address: string): ShotState['make'] =>
  async (page, { web }) => {
    await page.route(READINGS, () => undefined);
    await page.goto(`${web}${address}`);
    await page.locator('.skeleton').first().waitFor();
  };

const failed =
  (address: string): ShotState['make'] =>
  async (page, { web }) => {
    await page.route(READINGS, (route) => route.fulfill({ status: 503, body: 'away' }));
    await page.goto(`${web}${address}`);
    await page.getByRole('alert').first().waitFor();
  };

const offline =
  (address: string): ShotState['make'] =>
  async (page, world) => {
    await visit(page, world, address);
    await page.context().setOffline(true);
    await page.locator('[data-offline]').waitFor();
  };

const opened =
  (address: string): ShotState['make'] =>
  async (page, world) => {
    await visit(page, world, address);
    await page.locator('[data-verb="approve"]').first().click();
    await page.locator('.card form').waitFor();
  };

/** The reader's page is older than what it decides about: the server says so by itself. */
const overtaken =
  (address: string): ShotState['make'] =>
  async (page, world) => {
    await page.route(/\/commands\//, (route) => {
      const sent = route.request().postDataJSON() as Record<string, unknown>;
      return route.continue({ postData: JSON.stringify({ ...sent, basisHash: '0'.repeat(64) }) });
    });
    await opened(address)(page, world);
    await page.locator('.card button[type="submit"]').click();
    await page.locator('[data-refusal]').waitFor();
  };

const head =
  (nth: number): ShotState['make'] =>
  async (page, world) => {
    await visit(page, world, '/todo');
    await page.locator('.head .disclosure > .ant-btn').nth(nth).click();
    await settled(page, 'its panel');
  };

/** A step of a launch, its template chosen. */
const launchStep =
  (step: number): ShotState['make'] =>
  async (page, world) => {
    await visit(page, world, '/c/new');
    await page.getByRole('radio').first().check();
    await page
      .locator('.steps a')
      .nth(step - 2)
      .click();
    await page.locator(`.steps li:nth-child(${step})[aria-current="step"]`).waitFor();
    await settled(page, `step ${step}`);
  };

/** What no address shows by itself: what is open, what is on its way, what went wrong. */
export const statesOf = ({ running }: DemoWorld): readonly ShotState[] => {
  const ledger = `/c/${running.code}/ledger`;
  const problem = (title: string): string => `/p/${running.problems[title] ?? ''}`;
  return [
    { name: 'to-do, loading', kind: 'todo', role: 'secretary', make: loading('/todo') },
    { name: 'to-do, not arrived', kind: 'todo', role: 'secretary', make: failed('/todo') },
    { name: 'to-do, offline', kind: 'todo', role: 'secretary', make: offline('/todo') },
    { name: 'to-do, a card open', kind: 'todo', role: 'owner', make: opened('/todo') },
    { name: 'to-do, overtaken', kind: 'todo', role: 'branch1.disciplinemember', make: overtaken('/todo') },
    { name: 'to-do, its clock open', kind: 'todo', role: 'secretary', make: head(0) },
    { name: 'to-do, its display open', kind: 'todo', role: 'secretary', make: head(1) },
    { name: 'to-do, its person open', kind: 'todo', role: 'secretary', make: head(2) },
    { name: 'campaigns, loading', kind: 'campaigns', role: 'secretary', make: loading('/c') },
    { name: 'a campaign, loading', kind: 'campaign', role: 'secretary', make: loading(`/c/${running.code}`) },
    { name: 'its ledger, loading', kind: 'ledger', role: 'secretary', make: loading(ledger) },
    { name: 'its ledger, not arrived', kind: 'ledger', role: 'secretary', make: failed(ledger) },
    { name: 'its ledger, offline', kind: 'ledger', role: 'secretary', make: offline(ledger) },
    {
      name: 'a problem, offline',
      kind: 'problem',
      role: 'secretary',
      make: offline(problem(TITLES.late)),
    },
    {
      name: 'a problem, a card open',
      kind: 'problem',
      role: 'owner',
      make: opened(problem(TITLES.long)),
    },
    ...[2, 3, 4, 5, 6].map((step) => ({
      name: `launching, step ${step}`,
      kind: 'launch' as const,
      role: 'idleSecretary' as const,
      make: launchStep(step),
    })),
  ];
};
