import { defineConfig } from '@playwright/test';
import { workers } from './address.ts';
import { browserArguments, browserEnvironment, executable, unpackBrowser } from './chromium.ts';

await unpackBrowser();

export default defineConfig({
  testDir: '.',
  globalSetup: './system.ts',
  outputDir: '../../test-results',
  reporter: [['list'], ['json']],
  workers,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Kyiv',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: executable,
      args: browserArguments,
      env: { ...process.env, ...browserEnvironment() },
    },
  },
});
