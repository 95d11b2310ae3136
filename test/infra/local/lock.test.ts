import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tryLock, whileLocked } from '../../../infra/local/data/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the lock and keeps it until it is killed. */
async function holder(file: string) {
  const script = join(folder, 'hold.ts');
  const lock = join(import.meta.dirname, '../../../infra/local/data/lock.ts');
  writeFileSync(
    script,
    `import { tryLock } from '${lock}'; console.log(tryLock('${file}') ? 'mine' : 'not mine'); setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, said: String(said).trim() };
}

test('a lock is one process’s, and free once that was killed', async () => {
  const file = join(folder, 'killed');
  const { child, said } = await holder(file);
  const second = await holder(file);
  second.child.kill('SIGKILL');

  expect([said, second.said]).toEqual(['mine', 'not mine']);
  expect(tryLock(file)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');

  const release = tryLock(file);
  expect(release).toBeDefined();
  expect(tryLock(file)).toBeUndefined();
  release?.();
  tryLock(file)?.();
});

test('who has to wait for a lock hears of it, and goes on when its owner has been killed', async () => {
  const file = join(folder, 'waiting');
  const { child } = await holder(file);
  const told: string[] = [];

  const work = whileLocked(
    file,
    () => Promise.resolve(told.push('done')),
    () => {
      told.push('waiting');
      child.kill('SIGKILL');
    },
  );
  await work;

  expect(told).toEqual(['waiting', 'done']);
});
