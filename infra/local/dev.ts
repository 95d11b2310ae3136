import { build as bundle } from 'esbuild';
import { join } from 'node:path';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
import { bundleOf } from '../bundle.ts';
import { packFile } from '../packs.ts';
import { boot } from './boot.ts';
import type { Booted } from './boot.ts';
import { stackFolder } from './build.ts';
import { UserError, messageOf } from './userError.ts';
import { main } from './main.ts';
import { readPlan } from './plan/index.ts';
import type { Plan } from './plan/index.ts';
import { ensureFree, freePort } from './http/ports.ts';
import { root } from './childProcess.ts';
import { settingsFrom } from './settings.ts';

/** The plan with bundles of the sources as they are now, instead of those that were synthesized. */
async function rebundled(plan: Plan, folder: string): Promise<Plan> {
  const functions = plan.functions.map((each) => ({ ...each, folder: join(folder, each.name) }));
  await Promise.all(
    functions.map(({ name, folder: into, environment }) => {
      const pack = packFile(environment['COUNTRY'] ?? '');
      return bundle({ ...bundleOf({ handler: name, pack, folder: into }), logLevel: 'silent' });
    }),
  );
  return { ...plan, functions };
}

/** Calls `work` once things have been quiet for a moment; never twice at the same time. */
function whenQuiet(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(work);
    }, 100);
  };
}

/** Exchanges the functions' bundles when their sources change; an error in them leaves those that run. */
function followSources({ watcher }: ViteDevServer, { system }: Booted, dataDir: string): void {
  const plan = readPlan(stackFolder);
  const exchange = whenQuiet(async () => {
    try {
      await system.functions.replace(await rebundled(plan, join(dataDir, 'bundles')));
      console.log('functions exchanged');
    } catch (error) {
      console.error(messageOf(error));
    }
  });
  const [functions, infra] = [join(root, 'functions'), join(root, 'infra')];
  watcher.add([functions, infra]).on('all', (_, path) => {
    if (path.startsWith(functions)) exchange();
    if (path.startsWith(infra)) console.log('infra changed: start again to see it');
  });
}

let booted: Booted | undefined;
async function leave(): Promise<void> {
  await booted?.stop();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave());

await main(async () => {
  const settings = settingsFrom(process.env);
  const origin = `http://localhost:${settings.port}`;
  await ensureFree(settings.port);
  booted = await boot(settings, { origin, port: await freePort() });
  // The browser sees one origin, as in production: vite's, which hands on what is not the app's.
  const gateway = { target: booted.gateway, changeOrigin: false };
  const vite = await createServer({
    configFile: join(root, 'web/vite.config.ts'),
    server: {
      host: 'localhost',
      port: settings.port,
      strictPort: true,
      proxy: {
        '/api': gateway,
        '/identity': gateway,
        '/config.json': gateway,
        '/public': gateway,
        '/embed': gateway,
        '^/$': gateway,
      },
    },
  });
  try {
    await vite.listen();
  } catch (error) {
    // Vite has words of its own for a port that was taken since we looked.
    throw new UserError(messageOf(error));
  }
  followSources(vite, booted, settings.dataDir);
  console.log(`ready ${origin}`);
  throw new UserError(await booted.failed);
});
