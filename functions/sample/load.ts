import type { CountryPack } from '../domain/countryPack.ts';
import { packFor } from '../packs/index.ts';
import { accountWrite, Accounts } from '../store/accounts.ts';
import { OwnWrites } from './ownWrites.ts';
import { progressLine } from './progressLine.ts';
import { sampleOf, type Sample } from './sample.ts';
import { replay } from './replay.ts';
import { rollOutSolution } from './solutions.ts';
import { registerInSample } from './warehouses.ts';

/** Stories that are written at the same time: enough to keep a small machine busy. */
const atOnce = 32;

/**
 * Writes a sample through the commands that people use. Doing it again changes nothing, and finishes what an
 * interrupted load left. `onProgress` hears the share that is done, from 0 to 1.
 */
export async function loadSample(
  environment: NodeJS.ProcessEnv,
  pack: CountryPack,
  { solutions, warehouses, timelines, accounts }: Sample,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const database = new OwnWrites(environment);
  const lastAccount = accounts.at(-1);
  if (lastAccount && (await new Accounts(database).find(lastAccount.accountId))) return;
  for (const solution of solutions) await rollOutSolution(database, pack, solution);
  for (const warehouse of warehouses) await registerInSample(database, pack, warehouse);
  let done = 0;
  const waiting = timelines.values();
  const work = async () => {
    for (const timeline of waiting) {
      await replay(database, pack, timeline);
      onProgress((done += 1) / timelines.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // The accounts come last, in one transaction: where they are, the sample is complete.
  if (accounts.length > 0) await database.transact(accounts.map(accountWrite));
}

if (import.meta.main) {
  const pack = packFor(process.env['COUNTRY'] ?? '');
  await loadSample(process.env, pack, sampleOf(pack), progressLine(process.stdout));
}
