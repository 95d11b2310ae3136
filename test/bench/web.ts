import { chromium, type BrowserContext } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs } from '../../infra/local/signInAs.ts';
import {
  browserArguments,
  browserEnvironment,
  executable,
  unpackBrowser,
} from '../browser/support/chromium.ts';
import { startSystem } from '../browser/support/system.ts';
import { profiles, visit, type Marks, type Visit } from '../browser/support/visit.ts';
import { median } from './statistics.ts';

type ProfileName = keyof typeof profiles;

interface Landing {
  name: string;
  path: string;
  /** Nobody is signed in where there is none. */
  account?: string;
  /** The last is there when the first screenful is; until then requests and bytes are counted. */
  marks: Marks;
}

const landings: Landing[] = [
  { name: 'public page', path: '/', marks: { figures: { selector: 'main .leads .number' } } },
  {
    name: 'form',
    path: '/my-facility/2024-11',
    account: 'head-UA-0368',
    marks: { field: { selector: 'main input' } },
  },
  {
    name: 'overview',
    path: '/overview',
    account: 'manager-ua',
    marks: {
      figures: { selector: 'main .big' },
      charts: { selector: 'main canvas' },
      drawn: { selector: 'main canvas', isDrawn: true },
    },
  },
];
const runs = 3;

/** Prints what a visit of the public page and of the two landing pages costs on a slow line and processor: the first one, and one after the app was closed. */
export async function measureWeb(): Promise<void> {
  await unpackBrowser();
  const { url, stop } = await startSystem();
  try {
    const rows: Record<string, string | number>[] = [];
    for (const landing of landings) {
      const tokens = landing.account && {
        access: await signInAs(url, landing.account),
        expiresAt: Date.now() + 3_600_000,
      };
      const kept = tokens ? JSON.stringify(tokens) : '';
      const measure = (profile: ProfileName, kind: Kind) =>
        visits(url + landing.path, kept, landing.marks, profile, kind);
      for (const profile of ['slow4g', 'slow3g'] as const)
        rows.push(row(`${landing.name}, first`, profile, await measure(profile, 'first')));
      if (!tokens) continue;
      rows.push(row(`${landing.name}, later`, 'slow4g', await measure('slow4g', 'later')));
      rows.push(row(`${landing.name}, later, offline`, 'slow4g', await measure('slow4g', 'offline')));
    }
    console.log(`\nVisits of the landing pages, medians of ${runs}, in seconds`);
    console.table(rows);
  } finally {
    await stop();
  }
}

type Kind = 'first' | 'later' | 'offline';

async function visits(
  address: string,
  tokens: string,
  marks: Marks,
  profile: ProfileName,
  kind: Kind,
): Promise<Visit[]> {
  const all: Visit[] = [];
  while (all.length < runs) {
    const folder = mkdtempSync(join(tmpdir(), 'telemedicine-visit-'));
    if (kind !== 'first') await inBrowser(folder, tokens, (context) => visitBefore(context, address));
    await inBrowser(folder, tokens, async (context) => {
      const conditions = { ...profiles[profile], offline: kind === 'offline' };
      all.push(await visit(context, address, marks, conditions));
    });
    rmSync(folder, { recursive: true });
  }
  return all;
}

/** Until the service worker has put the app's files by. */
async function visitBefore(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  while (!(await page.evaluate("caches.match('/in-use').then((found) => !!found)"))) await pause(100);
  await page.close();
}

async function inBrowser(
  folder: string,
  tokens: string,
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: executable,
    args: browserArguments,
    env: { ...process.env, ...browserEnvironment() },
    locale: 'uk-UA',
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  if (tokens) await context.addInitScript((kept) => localStorage.setItem('tokens', kept), tokens);
  await use(context);
  await context.close();
}

function row(what: string, profile: ProfileName, measured: Visit[]): Record<string, string | number> {
  const middle = (of: (visit: Visit) => number): number => median(measured.map(of));
  const seconds = Object.keys(measured[0]?.times ?? {}).map((name): [string, number] => [
    name,
    Number((middle(({ times }) => times[name] ?? Number.NaN) / 1000).toFixed(2)),
  ]);
  return {
    visit: what,
    profile,
    ...Object.fromEntries(seconds),
    requests: middle(({ requests }) => requests.length),
    'JS KB': Number((middle(({ script }) => script) / 1000).toFixed(1)),
  };
}
