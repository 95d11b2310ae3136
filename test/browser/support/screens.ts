/// <reference lib="dom" />
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { address } from './address.ts';
import { listen, signedIn } from './journey.ts';
import { hospital } from './phone.ts';
import { openWhole } from './settled.ts';

/** Screens that belong together, and whose they are; who has no account has not signed in. */
export interface Screens {
  about: string;
  account?: string;
  paths: string[];
}

const manager = 'Olena Kovalenko';
const administrator = 'Iryna Shevchuk';
const donor = 'Nora Lindqvist';

/** Every screen of the sample country whose address is known beforehand. */
const known: Screens[] = [
  { about: 'strangers', paths: ['/sign-in', '/signed-in', '/api', '/trace/k7m3xw9q2f'] },
  {
    about: 'the overview',
    account: manager,
    paths: [
      '/overview?month=2024-11',
      '/overview?month=2024-06&region=UA-46&figure=teleconsultations',
      '/overview?show=facilities&facility=UA-0102',
      '/regions/UA-46',
      '/explain?figure=teleconsultations&month=2024-10&region=UA-46&within=2024-10',
      '/review',
      '/reports?month=2024-10',
      '/reports?month=2024-10&region=UA-46',
      '/reports/attribution?facility=UA-0001',
    ],
  },
  {
    about: 'facilities and solutions',
    account: manager,
    paths: [
      '/facilities',
      '/facilities?concern=readinessGap&capability=pregnancyMonitoring',
      '/facilities/UA-0001',
      '/facilities/UA-0001/edit',
      '/facilities/UA-0001/2024-10',
      '/facilities/UA-0001/readiness/pregnancy-monitoring',
      '/solutions',
      '/solutions/new',
      '/solutions/pregnancy-monitoring',
      '/solutions/pregnancy-monitoring/edit',
    ],
  },
  {
    about: 'equipment and aid',
    account: manager,
    paths: [
      '/equipment',
      '/equipment/list',
      '/equipment/list?condition=silent',
      '/equipment/northern-mothers-2022.96',
      '/equipment/new?place=UA-0001',
      '/donors',
      '/donors/sample',
      '/donors/new',
      '/donors/sample/edit',
      '/donations',
      '/donations/new',
      '/donations/westmark-2022',
      '/donations/westmark-2022/edit',
      '/donations/westmark-2022/labels',
    ],
  },
  {
    about: 'training, plan and releases',
    account: manager,
    paths: [
      '/training',
      '/training/new',
      '/training/import',
      '/training/session-told-twice',
      '/training/session-told-twice/edit',
      '/plan',
      '/plan/targets/facilitiesLive',
      '/plan/import',
      '/releases',
    ],
  },
  {
    about: 'administration',
    account: administrator,
    paths: [
      '/facilities/new',
      '/facilities/import',
      '/equipment/import',
      '/warehouses',
      '/warehouses/new',
      '/warehouses/UA-W01',
      '/warehouses/UA-W01/edit',
      '/plan/milestones/new',
      '/plan/milestones/strategy-adopted',
      '/people',
      '/people/new',
      '/people/manager-lviv',
      '/people/manager-lviv/edit',
    ],
  },
  {
    about: 'a donor',
    account: donor,
    paths: ['/overview', '/plan', '/donations', '/donors/sample', '/explain?figure=facilitiesLive'],
  },
  {
    about: 'a head',
    account: hospital,
    paths: [
      '/my-facility',
      '/my-facility/2024-05',
      '/my-facility/2024-11',
      '/my-facility/equipment/new',
      '/my-facility/readiness',
      '/my-facility/readiness/pregnancy-monitoring',
      '/my-facility/reminders',
      '/my-facility/training',
      '/my-facility/training/new',
    ],
  },
];

/** What is found by a link alone, as its address is drawn. */
const linked: (Pick<Screens, 'about'> & { on: string; form: string; after?: string })[] = [
  { about: 'the overview', on: '/review', form: '?open' },
  { about: 'equipment and aid', on: '/donations/westmark-2022', form: '/donations/westmark-2022/plan?' },
  { about: 'training, plan and releases', on: '/releases', form: '/releases/' },
  { about: 'a head', on: '/my-facility', form: '/my-facility/equipment/westmark' },
  { about: 'a head', on: '/my-facility/training', form: '/my-facility/training/session' },
  { about: 'a head', on: '/my-facility/training', form: '/my-facility/training/session', after: '/edit' },
];

/** What the screens are about, for a journey each. */
export const subjects = known.map(({ about }) => about);

/** An empty page of whose screens these are. */
export async function pageOf(browser: Browser, { account }: Screens, locale = 'en-GB'): Promise<Page> {
  if (account !== undefined) return signedIn(browser, account, { locale });
  return listen(await (await browser.newContext({ baseURL: address, locale })).newPage());
}

/** The screens about this, with those whose address is drawn. */
export async function screensAbout(browser: Browser, about: string): Promise<Screens> {
  const screens = known.find((one) => one.about === about);
  if (!screens) throw new Error(`No screen is about ${about}`);
  const page = await pageOf(browser, screens);
  const paths = [...screens.paths];
  for (const { on, form, after = '' } of linked.filter((one) => one.about === about)) {
    await openWhole(page, on);
    const href = await page.locator(`main a[href^="${form}"]`).first().getAttribute('href');
    paths.push(new URL(`${href}${after}`, `http://x${on}`).href.replace('http://x', ''));
  }
  await page.context().close();
  return { ...screens, paths };
}

const routes = join(import.meta.dirname, '../../../web/src/routes');

/** The pages of the app that none of the screens is. */
export function withoutScreen(): string[] {
  const paths = [
    ...known.flatMap((screens) => screens.paths),
    ...linked.map(({ on, form, after = '' }) => new URL(`${form}1${after}`, `http://x${on}`).pathname),
  ];
  return globSync('**/+page.svelte', { cwd: routes })
    .map((file) => `/${file}`.replace('/+page.svelte', '').replace('/(in)', ''))
    .filter((route) => {
      const form = new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`);
      return !paths.some((path) => form.test(path.replace(/\?.*/, '')));
    });
}
