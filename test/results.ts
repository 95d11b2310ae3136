import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod/mini';

export interface Counted {
  passed: number;
  failed: number;
  /** What failed, by name, for the end of the output: what a step said itself may be thousands of lines above. */
  faults: string[];
}

const UnitResults = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.optional(z.string()),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
});

const BrowserSuite = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({
          status: z.string(),
          results: z.array(z.object({ error: z.optional(z.object({ message: z.optional(z.string()) })) })),
        }),
      ),
    }),
  ),
  get suites() {
    return z.optional(z.array(BrowserSuite));
  },
});
const BrowserResults = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
  suites: z.array(BrowserSuite),
});

/** A fault as one reads it first: where, which test, and the first lines of what was wrong. */
function faultOf(where: string, test: string, message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const own = lines.filter((line) => !/^\s+at .*(node_modules|<anonymous>)/.test(line));
  return [`${relative(process.cwd(), where)} › ${test}`, ...own.slice(0, 12)].join('\n    ');
}

/** What became of the unit tests, as Vitest's JSON report in `file` tells it. */
export function unitCounted(file: string): Counted {
  const results = UnitResults.parse(JSON.parse(readFileSync(file, 'utf8')));
  const faults = results.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failedTests = assertionResults.filter((test) => test.status === 'failed');
    if (failedTests.length === 0 && status === 'failed') return [faultOf(name, 'the file itself', message)];
    return failedTests.map((test) => faultOf(name, test.fullName, test.failureMessages?.[0]));
  });
  return { passed: results.numPassedTests, failed: results.numFailedTests, faults };
}

/** What became of the journeys, as Playwright's JSON report in `file` tells it; one that needed a second try failed. */
export function journeysCounted(file: string): Counted {
  const { stats, suites } = BrowserResults.parse(JSON.parse(readFileSync(file, 'utf8')));
  const faults = suites.flatMap(faultsOf);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, faults };
}

function faultsOf({ file, specs, suites }: z.infer<typeof BrowserSuite>): string[] {
  const own = specs.flatMap(({ title, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const message = results.find(({ error }) => error)?.error?.message;
        return faultOf(
          `${file}:${String(line)}`,
          status === 'flaky' ? `${title} (passed when tried again)` : title,
          message,
        );
      }),
  );
  return [...own, ...(suites ?? []).flatMap(faultsOf)];
}
