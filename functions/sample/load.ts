import type { CountryPack } from '../domain/countryPack.ts';
import { packFor } from '../packs/index.ts';
import { accountWrite, Accounts } from '../store/people/accounts.ts';
import { sampleDonors } from './equipment/donors.ts';
import { introduce, planGift, pledge } from './equipment/give.ts';
import { UnitsTeller } from './equipment/tellUnits.ts';
import { OwnWrites } from './ownWrites.ts';
import { progressLine } from './progressLine.ts';
import { sampleOf, type Sample } from './sample.ts';
import { replay } from './replay.ts';
import { isAboutUnits } from './timeline.ts';
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
  { solutions, warehouses, gifts, timelines, movedOn, accounts }: Sample,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const database = new OwnWrites(environment);
  const lastAccount = accounts.at(-1);
  if (lastAccount && (await new Accounts(database).find(lastAccount.accountId))) return;
  for (const solution of solutions) await rollOutSolution(database, pack, solution);
  for (const warehouse of warehouses) await registerInSample(database, pack, warehouse);
  for (const donorId of new Set(gifts.map((gift) => gift.pledge.donorId)))
    await introduce(database, pack, donorId, sampleDonors[donorId]);
  for (const gift of gifts) await pledge(database, pack, gift.pledge);
  // What is planned for a facility needs the facility.
  await eachAtOnce(timelines, ({ facilityId, events }) =>
    replay(database, pack, { facilityId, events: events.slice(0, 1) }),
  );
  await eachAtOnce(gifts, (gift) => planGift(database, pack, gift));
  let done = 0;
  await eachAtOnce(timelines, async (timeline) => {
    await replay(database, pack, timeline);
    onProgress((done += 1) / timelines.length);
  });
  const before = timelines.flatMap(({ events }) => events.filter(isAboutUnits));
  const units = await UnitsTeller.of(database, pack, movedOn.events, before);
  for (const event of movedOn.events) await units.tell(event);
  // The accounts come last, in one transaction: where they are, the sample is complete.
  if (accounts.length > 0) await database.transact(accounts.map(accountWrite));
}

async function eachAtOnce<One>(all: readonly One[], write: (one: One) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const work = async () => {
    for (const one of waiting) await write(one);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

if (import.meta.main) {
  const pack = packFor(process.env['COUNTRY'] ?? '');
  await loadSample(process.env, pack, sampleOf(pack), progressLine(process.stdout));
}
