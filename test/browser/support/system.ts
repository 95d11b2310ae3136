import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLayout } from '../../../infra/local/data/layout.ts';
import { freePort } from '../../../infra/local/http/ports.ts';
import { copySample } from '../../support/sampleDatabase.ts';

/** Starts the product as its users do, on a free port, with a copy of the loaded sample country that `stop` removes. */
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
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  await ready(child);
  const stop = async () => {
    process.off('exit', kill);
    kill();
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
