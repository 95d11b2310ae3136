import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { browserArguments, browserEnvironment, executable } from './test/browser/support/chromium.ts';
const browser = await chromium.launch({ executablePath: executable, args: browserArguments, env: { ...process.env, ...browserEnvironment() } as never });
for (const spec of process.argv.slice(2)) {
  const [name = '', y = '0', h = '900', w = '1440'] = spec.split(',');
  const page = await browser.newPage({ viewport: { width: Number(w), height: Number(h) } });
  await page.setContent(`<body style="margin:0"><div style="height:${h}px;overflow:hidden;position:relative"><img style="position:absolute;top:-${y}px;left:0" src="data:image/png;base64,${readFileSync(`/tmp/readers/${name}.png`).toString('base64')}"></div>`);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/readers/crop-${name}-${y}.png` });
  await page.close();
}
await browser.close();
