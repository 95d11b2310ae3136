import { defineConfig } from 'vitest/config';
import { client } from '../web/vite/client.ts';
import { messages } from '../web/vite/messages.ts';
import { runes } from './support/runes.ts';

export default defineConfig({
  // What the app's modules need to run without its build.
  plugins: [client(), messages(), runes()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // Real engines, worker threads and builds on two shared cores: generous, and nothing asserts on time.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    env: {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      // CDK's own check of templates takes three seconds a test file; it is done when the stack is synthesized.
      CDK_VALIDATION: 'false',
    },
  },
});
