import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journeysCounted, unitCounted, type Counted } from './results.ts';

// `npm run check` is the fast part; `npm test` is everything. Each step prints its own output; the last line sums up.

const out = mkdtempSync(join(tmpdir(), 'telemedicine-test-'));
const unitResults = join(out, 'unit.json');
const browserResults = join(out, 'browser.json');

// Hundreds of processes load the same packages: Node compiles each file once for all of them.
const compiled = join(import.meta.dirname, '../node_modules/.cache/compiled');

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** What became of its tests; a step without tests counts as one. */
  count?: () => Counted;
}

const unit = (name: string, ...more: string[]): Step => ({
  name,
  command: [
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitResults}`,
    ...more,
  ],
  count: () => unitCounted(unitResults),
});

const build: Step = { name: 'build and synthesize', command: ['node', 'infra/local/build.ts'] };
const types: Step = {
  name: 'messages and generated types',
  command: ['node', 'infra/local/build.ts', 'types'],
};
const format: Step = { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] };
const typesOfAll: Step = { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] };
const lint: Step[] = [
  { name: 'lint', command: ['eslint', '--max-warnings=0', '--ignore-pattern=**/*.svelte', '.'] },
  {
    name: 'lint of components',
    command: ['eslint', '--max-warnings=0', '**/*.svelte'],
    // Read as TypeScript from the start, a component changes nothing when its turn comes: otherwise the linter would
    // begin anew with all types at each, seven times as long. It knows the components they use as well.
    env: { SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK: '1' },
  },
];
const typesOfApp: Step = {
  name: 'types of the app',
  command: ['svelte-check', '--tsconfig', 'web/tsconfig.json', '--fail-on-warnings'],
};

/** What is to be done, one after the other; steps that stand together are each one core's work, and go two at a time. */
const fast: Step[][] = [
  [types],
  [format, typesOfAll, ...lint, typesOfApp],
  [unit('domain and architecture', 'test/functions/domain', 'test/architecture.test.ts')],
];
const everything: Step[][] = [
  [types],
  [build, typesOfAll, format],
  [...lint, typesOfApp],
  [unit('domain, store, handlers, stack, runner, sample, budgets')],
  [
    {
      name: 'journeys in a real browser',
      command: ['playwright', 'test', '--config', 'test/browser/playwright.config.ts'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserResults },
      count: () => journeysCounted(browserResults),
    },
  ],
];

function run({ command, env }: Step): Promise<boolean> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0));
  });
}

interface Result {
  step: Step;
  isGood: boolean;
}

async function twoAtATime(steps: Step[]): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = steps.values();
  const work = async () => {
    for (const step of waiting) {
      console.log(`\n── ${step.name}: ${step.command.slice(0, 3).join(' ')}`);
      const begun = performance.now();
      results.push({ step, isGood: await run(step) });
      console.log(`── ${step.name}: ${Math.round((performance.now() - begun) / 1000)} s`);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

let passed = 0;
let failed = 0;
const faults: string[] = [];
for (const steps of process.argv.includes('--fast') ? fast : everything) {
  const results = await twoAtATime(steps);
  for (const { step, isGood } of results) {
    const counted = countOf(step, isGood);
    passed += counted.passed;
    failed += isGood ? counted.failed : Math.max(1, counted.failed);
    if (!isGood) console.log(`── ${step.name}: failed`);
    faults.push(
      ...(isGood || counted.faults.length > 0 ? counted.faults : [`${step.name}: see its output above`]),
    );
  }
  // What comes after a failed step may still tell something, except that nothing runs without a build.
  if (results.some(({ step, isGood }) => step === build && !isGood)) break;
}
for (const fault of faults) console.log(`\n✗ ${fault}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function countOf(step: Step, isGood: boolean): Counted {
  if (!step.count) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, faults: [] };
  try {
    return step.count();
  } catch {
    return { passed: 0, failed: 1, faults: [] };
  }
}
