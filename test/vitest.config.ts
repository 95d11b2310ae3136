import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { client } from '../web/vite/client.ts';
import { messages } from '../web/vite/messages.ts';
import { runes } from './support/runes.ts';

/** What takes longest, most of it waiting for systems to start, begins first: at the end one core would wait for it. */
const longest =
  /\/(sample\/load|local\/(crash|fullDisk|start|upgrade)|handlers\/describedRequests|store\/anySequence)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const { long = [], short = [] } = Object.groupBy(sorted, ({ moduleId }) =>
      longest.test(moduleId) ? 'long' : 'short',
    );
    return [...long, ...short];
  }
}

const rules = 'test/functions/domain/**/*.test.ts';

export default defineConfig({
  // What the app's modules need to run without its build.
  plugins: [client(), messages(), runes()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        extends: true,
        // Rules keep nothing: what they are made of is loaded once for all their files.
        test: { name: 'rules', include: [rules], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'systems',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', rules],
          globalSetup: 'test/support/plannedTables.ts',
        },
      },
    ],
    // Real engines, worker threads and builds on two shared cores: generous, and nothing asserts on time.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      // CDK's own check of templates takes three seconds a test file; it is done when the stack is synthesized.
      CDK_VALIDATION: 'false',
    },
  },
});
