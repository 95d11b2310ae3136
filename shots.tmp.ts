import { chromium } from '@playwright/test';
import { browserArguments, browserEnvironment, executable, unpackBrowser } from './test/browser/support/chromium.ts';
import { signIn } from './test/browser/support/journey.ts';
const url = process.env['URL'] ?? '';
await unpackBrowser();
const browser = await chromium.launch({ executablePath: executable, args: browserArguments, env: { ...process.env, ...browserEnvironment() } as never });
const jobs: [string, string, string, number, string, 'light' | 'dark'][] = [];
const want = process.argv.slice(2);
const pages: Record<string, [string, string]> = {
  overview: ['Nora Lindqvist', '/overview'],
  region: ['Nora Lindqvist', '/overview?region=UA-46'],
  map: ['Nora Lindqvist', '/overview?shade=teleconsultations&figure=pregnancyMonitoringSessions'],
  lviv: ['Nora Lindqvist', '/regions/UA-46'],
  donor: ['Nora Lindqvist', '/donors/'],
  explain: ['Nora Lindqvist', '/explain?figure=teleconsultations&month=2026-10'],
  plan: ['Nora Lindqvist', '/plan'],
  reports: ['Nora Lindqvist', '/reports'],
  releases: ['Nora Lindqvist', '/releases'],
  head: [process.env['HEAD'] ?? '', '/overview'],
  manager: ['Olena Kovalenko', '/overview'],
};
const tokens = new Map<string, string>();
for (const spec of want) {
  const [name = '', width = '1440', language = 'en', scheme = 'light', extra = ''] = spec.split(',');
  const [account, path] = pages[name] ?? ['', '/'];
  let known = tokens.get(account);
  if (!known) {
    const page = await browser.newPage({ baseURL: url });
    await signIn(page, account);
    known = String(await page.evaluate(() => localStorage['tokens']));
    tokens.set(account, known);
    await page.context().close();
  }
  const context = await browser.newContext({ baseURL: url, viewport: { width: Number(width), height: 900 }, colorScheme: scheme as 'light', reducedMotion: 'reduce' });
  await context.addInitScript(([t, l]) => { localStorage['tokens'] = t; localStorage['language'] = l; }, [known, language] as const);
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log(spec, 'PAGEERROR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log(spec, 'CONSOLE', m.text()));
  let target = path + extra;
  if (name === 'releases') {
    await page.goto('/releases'); await page.waitForTimeout(2500);
    target = (await page.locator('main a[href^="/releases/"]').first().getAttribute('href')) ?? '/releases';
  }
  if (name === 'donor') {
    const me = JSON.parse(atob(known.split('.')[1] ?? '') || '{}');
    target = '/donors/' + (me.donorId ?? 'ssp');
  }
  await page.goto(target);
  await page.waitForTimeout(5000);
  for (let y = 0; y < 9000; y += 700) { await page.mouse.wheel(0, 700); await page.waitForTimeout(120); }
  await page.waitForTimeout(2000);
  await page.screenshot({ path: `/tmp/readers/${spec.replaceAll(/[^a-z0-9]+/gi, '-')}.png`, fullPage: true });
  console.log('shot', spec, page.url());
  await context.close();
}
await browser.close();
