import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from './userError.ts';
import { keep } from './data/disk.ts';

const Running = z.object({
  pid: z.number(),
  /** The process group of the embedded engine. */
  engineGroup: z.optional(z.number()),
  /** The product's origin. */
  url: z.string(),
  /** Where letters are taken. */
  mail: z.optional(z.string()),
  /** Where what is published is taken. */
  objects: z.optional(z.string()),
  hasSample: z.optional(z.boolean()),
  /** The product's day, where it is not the real one. */
  today: z.optional(z.string()),
  /** What a program needs to reach the same tables: the SDK's variables and the tables' names. */
  environment: z.record(z.string(), z.string()),
});

/** A system that is running on this machine, as it says itself in its data folder. */
export type Running = z.infer<typeof Running>;

const fileIn = (folder: string): string => join(folder, 'running.json');

/** Leaves word in the data folder of what is running. */
export function announce(folder: string, running: Running): void {
  keep(fileIn(folder), JSON.stringify(running, null, 2));
}

/** Takes the word back. */
export function withdraw(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/** Whether a process of this number runs on this machine. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The system that runs on a data folder; undefined also when one left word and then was killed. */
export async function runningIn(folder: string): Promise<Running | undefined> {
  let running: Running;
  try {
    running = Running.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
  // The process id may belong to somebody else by now, but then nobody answers there.
  if (!isAlive(running.pid)) return undefined;
  const answers = await fetch(new URL('/config.json', running.url)).catch(() => undefined);
  return answers?.ok ? running : undefined;
}

/** The same, or one sentence for whoever needs it to run. */
export async function ensureRunning(folder: string): Promise<Running> {
  const running = await runningIn(folder);
  if (running) return running;
  throw new UserError(`Nothing runs on the data folder ${folder}: run \`npm start\` first.`);
}
