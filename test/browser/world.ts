import type { Browser } from 'playwright-core';
import { PASSWORD, setFirstDay, setUpOrganisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { startStack } from '../harness/stack';
import { testTemporal } from '../harness/temporal';
import { accessibilityFaults, launchChromium } from './chromium';
import { signInAs, type Person } from './person';

const ACCOUNTS = [
  'branch1.secretary',
  'branch1.deputysecretary',
  'branch1.organisationmember',
  'branch1.disciplinemember',
  'branch1.publicitymember',
  'district.secretary',
];

/** A branch and its district on the real processes, each of its people at a browser of their own. */
export interface World {
  /** The address of the pages. */
  readonly web: string;
  readonly browser: Browser;
  readonly people: readonly Person[];
  readonly person: (account: string) => Person;
  /** The same person at another desk. */
  readonly twinOf: (person: Person) => Promise<Person>;
  /** Each kind of page and card once: axe finds nothing. */
  readonly examine: (person: Person, what: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const startWorld = async (): Promise<World> => {
  const temporal = await testTemporal();
  const ownerUrl = await (await testPostgres()).freshDatabase();
  await setFirstDay(ownerUrl);
  const stack = await startStack({ ownerUrl, temporalAddress: temporal.address, workers: 1, webs: 1 });
  await setUpOrganisation(stack, { branches: 1 });
  const web = stack.urls.web[0] ?? '';
  const browser = await launchChromium();
  const people: Person[] = [];
  for (const account of ACCOUNTS) people.push(await signInAs(browser, web, account, PASSWORD));
  const examined = new Set<string>();
  return {
    web,
    browser,
    people,
    person: (account) => {
      const found = people.find((each) => each.account === account);
      if (!found) throw new Error(`${account} has not signed in`);
      return found;
    },
    twinOf: ({ account }) => signInAs(browser, web, account, PASSWORD),
    examine: async ({ page }, what) => {
      if (examined.has(what)) return;
      examined.add(what);
      expect({ what, faults: await accessibilityFaults(page) }).toEqual({ what, faults: [] });
    },
    stop: async () => {
      await browser.close();
      await stack.stop();
      await temporal.stop();
    },
  };
};
