import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdkContext, chosenCountry } from '../chosenCountry.ts';
import { ensurePack } from '../country/ensurePack.ts';
import { UserError } from './userError.ts';
import { whileLocked } from './data/lock.ts';
import { main } from './main.ts';
import { ended, root, startScript } from './childProcess.ts';

/** What the built app and the synthesized stack leave behind, to be run. */
export const webFolder = join(root, 'web/build');
export const stackFolder = join(root, 'cdk.out');

interface Step {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly folder: string;
  /** A file without which there is no output. */
  readonly proof: string;
  readonly command: { script: string; args: string[]; env?: Record<string, string> };
}

const web: Step = {
  name: 'Building the app',
  inputs: [
    'web/{src,static,messages,vite}/**/*',
    'web/*.ts',
    'functions/{contract,domain,packs}/**/*',
    'functions/contract.ts',
    'infra/{chosenCountry,packs}.ts',
    'cdk.json',
  ],
  folder: webFolder,
  proof: 'index.html',
  command: {
    script: 'node_modules/vite/bin/vite.js',
    args: ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
  },
};

const stack: Step = {
  name: 'Synthesizing the stack',
  inputs: [
    'infra/*.ts',
    'functions/{contract,domain,packs,publication,store,handlers}/**/*',
    'functions/*.ts',
    'cdk.json',
    // The headers allow the page's inline script by its digest.
    'web/build/.inline-script',
  ],
  folder: stackFolder,
  proof: 'manifest.json',
  // As the CDK command line would, which itself adds seconds.
  command: {
    script: 'infra/app.ts',
    args: [],
    env: { CDK_OUTDIR: stackFolder, CDK_CONTEXT_JSON: JSON.stringify(cdkContext) },
  },
};

const stamp = '.built-from';

/** One number for the country and the content of everything a step reads. */
function fingerprint({ inputs }: Step, country: string): string {
  const hash = createHash('sha256').update(country);
  const files = globSync([...inputs, 'package-lock.json', 'tsconfig.json'], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function isCurrent({ folder, proof }: Step, print: string): boolean {
  const file = join(folder, stamp);
  return existsSync(join(folder, proof)) && existsSync(file) && readFileSync(file, 'utf8') === print;
}

/** Runs a script to its end; what it says is shown only when it fails. */
async function run(
  name: string,
  script: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
) {
  const child = startScript(script, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  if ((await ended(child)) !== 0) throw new UserError(`${said}\n${name} failed; the reason is above.`);
}

async function ensure(step: Step, country: string): Promise<void> {
  const print = fingerprint(step, country);
  if (isCurrent(step, print)) return;
  ensurePack(country);
  console.log(`${step.name} …`);
  const { script, args, env } = step.command;
  await run(step.name, script, args, { ...env, COUNTRY: country });
  writeFileSync(join(step.folder, stamp), print);
}

// Two builds at once would take each other's files away.
const lock = join(root, 'node_modules/.build.lock');
const alone = (step: Step, country: string): Promise<void> =>
  whileLocked(
    lock,
    () => ensure(step, country),
    () => console.log('Waiting for another build on this checkout …'),
  );

const parts = {
  /** What type checking needs: SvelteKit's generated types. */
  types: () =>
    run('Generating types', 'node_modules/@sveltejs/kit/svelte-kit.js', ['sync'], {}, join(root, 'web')),
  web: (country: string) => alone(web, country),
  stack: (country: string) => alone(stack, country),
};

/** Builds the app and synthesizes the stack of a country where their sources have changed since the last time. */
export async function build(country: string): Promise<void> {
  await parts.web(country);
  await parts.stack(country);
}

if (import.meta.main) {
  await main(async () => {
    const [, , part] = process.argv;
    const country = chosenCountry(process.env);
    if (part === undefined) return build(country);
    const chosen = Object.entries(parts).find(([name]) => name === part);
    if (!chosen)
      throw new UserError(`Build what? ${Object.keys(parts).join(', ')}, or nothing for app and stack.`);
    await chosen[1](country);
  });
}
