import { startSystem } from './system.ts';

/** How many files of journeys are under way at a time. */
export const workers = 2;

/** Where the system of the file under way answers; `BASE_URL` names one that runs already, which spares its start while journeys are written. */
export let address = process.env['BASE_URL'] ?? '';

let started: { file: string; stop: () => Promise<void> } | undefined;

/**
 * Starts a country of its own for each file of journeys: they write, and what the journeys of another file
 * have written before would depend on which worker was free.
 */
export async function startFor(file: string): Promise<string> {
  if (process.env['BASE_URL'] || started?.file === file) return address;
  await stopStarted();
  const { url, stop } = await startSystem();
  address = url;
  started = { file, stop };
  return address;
}

export async function stopStarted(): Promise<void> {
  await started?.stop();
  started = undefined;
}
