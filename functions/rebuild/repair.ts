import type { CountryPack } from '../domain/countryPack.ts';
import { Accounts } from '../store/people/accounts.ts';
import type { Database } from '../store/database.ts';
import { Progress } from '../store/progress.ts';
import { checkProgress, type Check } from './check.ts';
import { repairLatest } from './latest.ts';
import { nameFaulty } from './faulty.ts';
import { tellProvided } from './provided.ts';
import { nameRegions } from './regions.ts';
import { repairRow } from './rows.ts';

/** How often what was written to between the look and the repair is looked at again. */
const rounds = 5;

/**
 * Makes progress equal its records. Each repair holds only if nothing was written to its row since the look, so it is
 * exact while people go on writing. Answers how much was mended, and what a last look still finds.
 */
export async function repair(
  database: Database,
  pack: CountryPack,
): Promise<{ mended: number; left: Check }> {
  let mended = 0;
  for (let round = 1; ; round += 1) {
    const check = await checkProgress(database, pack);
    const isDone = check.differences.length === 0 && check.latest.length === 0;
    if (isDone || round > rounds) return { mended, left: check };
    for (const one of check.differences)
      if (await repairRow(database, pack, one)) mended += Object.keys(one.lacking).length;
    for (const one of check.latest) if (await repairLatest(database, one)) mended += 1;
  }
}

/**
 * Brings what an older release wrote to today's form; doing it again changes nothing. Managers without regions reached the
 * whole country then; progress had another layout; facilities did not know who had provided their equipment, nor regions what
 * had left them, and what was faulty was not found without the rest.
 */
export async function upgrade(
  database: Database,
  pack: CountryPack,
): Promise<{ mended: number; left: Check }> {
  await new Accounts(database).giveManagersTheCountry();
  await tellProvided(database, pack);
  await nameRegions(database);
  await nameFaulty(database);
  const repaired = await repair(database, pack);
  for await (const key of new Progress(database, pack).formerKeys())
    await database.transact([{ table: 'progress', kind: 'delete', key: { ...key } }]);
  return repaired;
}
