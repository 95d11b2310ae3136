import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect } from 'vitest';

/** The top of the checkout. */
export const root = join(import.meta.dirname, '../..');

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** How a script ended, and what it said. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** A script of the runner that runs. */
export interface Run {
  child: Child;
  ended: Promise<Ended>;
  /** Resolves when it has said that the system answers. */
  ready: Promise<void>;
  /** Whether it still runs. */
  isAlive(): boolean;
}

const running = new Set<Child>();

/** Runs one of the runner's scripts as its users do, with nothing of this test's environment. */
export const run = (script: string, env: Record<string, string>, ...args: string[]): Run =>
  runIn(root, script, env, ...args);

/** The same in another checkout. */
export function runIn(checkout: string, script: string, env: Record<string, string>, ...args: string[]): Run {
  const child = spawn(process.execPath, [join(checkout, 'infra/local', script), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, ...said });
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => said.out.includes('ready http') && resolve());
    child.once('close', () => reject(new Error(said.err)));
  });
  ready.catch(() => {});
  return { child, ended, ready, isAlive: () => running.has(child) };
}

/** Ends whatever of it still runs. */
export async function endRuns(): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ends);
}

/** Ends that say one sentence for the person at the keyboard. */
export async function expectSentence(ended: Promise<Ended>, sentence: RegExp): Promise<void> {
  const { code, err } = await ended;
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}
