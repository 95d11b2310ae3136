import { defineConfig } from '@playwright/test';
import { workers } from './support/address.ts';
import { browserArguments, browserEnvironment, executable, unpackBrowser } from './support/chromium.ts';

await unpackBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  reporter: [['list'], ['json']],
  workers,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  // What fails is gone through once more for its trace, and has failed even if that goes well.
  retries: 1,
  failOnFlakyTests: true,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Kyiv',
    // What was done, asked and answered, and the page before and after each step: a third of all that the machine does.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true },
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: executable,
      args: browserArguments,
      env: { ...process.env, ...browserEnvironment() },
    },
  },
});
