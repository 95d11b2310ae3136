import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLayout } from '../../../infra/local/data/layout.ts';
import { freePort } from '../../../infra/local/http/ports.ts';
import { copySample } from '../../support/sampleDatabase.ts';
import { variableOf, workers } from './address.ts';

/** Starts the product as its users do, with a copy of the loaded sample country, once for each worker. */
export default async function startSystems(): Promise<(() => Promise<void>) | undefined> {
  // While journeys are written, a system that runs already spares its start.
  if (process.env['BASE_URL']) return undefined;
  const stops: (() => Promise<void>)[] = [];
  // One after the other: the first builds.
  for (let worker = 0; worker < workers; worker += 1) {
    const { url, stop } = await startSystem();
    process.env[variableOf(worker)] = url;
    stops.push(stop);
  }
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

/** Starts one on a free port, with a folder of its own that `stop` removes. */
export async function startSystem(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'telemedicine-journeys-'));
  await copySample(join(dataDir, 'dynamodb.db'));
  noteLayout(dataDir);
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, SAMPLE: 'ukraine' };
  const child = spawn('node', ['infra/local/start.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child);
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, stop };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      if (text.includes('ready http')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it was ready`)));
  });
}
