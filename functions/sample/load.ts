import { parseArgs } from 'node:util';
import type { Contribution } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import { packFor } from '../packs/index.ts';
import { mostItems } from '../store/change.ts';
import { Database } from '../store/database.ts';
import { accountWrite, Accounts } from '../store/people/accounts.ts';
import type { Write } from '../store/write.ts';
import { DatabaseInMemory } from './databaseInMemory.ts';
import { introduce, planGift, pledge } from './equipment/give.ts';
import { UnitsTeller } from './equipment/tellUnits.ts';
import { partOf, partsFor } from './larger/largerSample.ts';
import { planInSample } from './plan.ts';
import { progressLine } from './progressLine.ts';
import { ReleasesTeller } from './releases.ts';
import { sampleOf, type Sample } from './sample.ts';
import { replay } from './replay.ts';
import { rollOutSolution } from './solutions.ts';
import { progressOf, ToldCopy } from './larger/toldCopy.ts';
import { traceInSample } from './trace.ts';
import { tellTraining } from './training/tellTraining.ts';
import { registerInSample } from './warehouses.ts';

/** Hears the share that is done, from 0 to 1. */
type OnProgress = (share: number) => void;

interface Load {
  /** How many facilities the country has; as many as the sample when it is not said. */
  facilities?: number;
  onProgress?: OnProgress;
}

/** Transactions at the same time: while the engine writes some, the next are made ready. */
const atOnce = 4;

/** What the parts of a sample share: commands read it again, and each part adds to progress. */
const shared = ['solutions', 'solutionIndicators', 'donors', 'milestones', 'progress'] as const;

/**
 * Loads a sample, of more facilities where so many are asked: its story is told in memory, through the commands that people
 * use, and what they leave behind (records, history, progress) is written in bulk. Of whole copies only the first is told;
 * the others are written from it and counted. Doing it again changes nothing, and finishes what an interrupted load left.
 */
export async function loadSample(
  environment: NodeJS.ProcessEnv,
  pack: CountryPack,
  sample: Sample,
  { facilities = sample.timelines.length, onProgress = () => undefined }: Load = {},
): Promise<void> {
  const database = new Database(environment);
  const { accounts } = sample;
  const lastAccount = accounts.at(-1);
  if (lastAccount && (await new Accounts(database).find(lastAccount.accountId))) return;
  const releases = new ReleasesTeller(pack, sample.story);
  const inMemory = new DatabaseInMemory((writes) => releases.hear(writes));
  const { length } = sample.timelines;
  const counted = new Map<number, Contribution[]>();
  let model: ToldCopy | undefined;
  for (const part of partsFor(sample, facilities)) {
    const { copy } = part;
    const onShare = (share: number) =>
      onProgress(((copy - 1) * length + share * part.facilities) / facilities);
    if (model && part.facilities === length) {
      await writeAll(database, model.writesOf(copy), onShare);
      model.count(copy, counted);
      releases.repeatPart((report) => model?.openIn(copy, report) ?? report);
      continue;
    }
    const told = partOf(sample, part);
    await tellInMemory(inMemory, pack, told, (share) => onShare(share / 2));
    const writes = inMemory.take(shared);
    releases.endPart(writes);
    await writeAll(database, writes, (share) => onShare((1 + share) / 2));
    if (copy === 2) model = new ToldCopy(writes, length, pack);
  }
  await inMemory.transact(progressOf(counted, pack));
  await releases.tell(inMemory);
  await writeAll(database, inMemory.take());
  await traceInSample(database, pack, sample);
  // The accounts come last, in one transaction: where they are, the sample is complete.
  if (accounts.length > 0) await database.transact(accounts.map(accountWrite));
}

/** Tells a sample through the commands that people use. */
export async function tellInMemory(
  database: DatabaseInMemory,
  pack: CountryPack,
  { story, solutions, warehouses, donors, gifts, timelines, movedOn, training, plan }: Sample,
  onProgress: OnProgress,
): Promise<void> {
  const units = new UnitsTeller(database, pack);
  for (const solution of solutions) await rollOutSolution(database, pack, solution, story);
  for (const warehouse of warehouses) await registerInSample(database, pack, warehouse, story);
  for (const { donorId, profile } of donors) await introduce(database, pack, donorId, profile, story);
  for (const gift of gifts) await pledge(database, pack, gift.pledge, story);
  // What is planned for a facility needs the facility, and what happens to units there needs them to be planned.
  for (const { facilityId, events } of timelines)
    await replay(database, pack, { facilityId, events: events.slice(0, 1) }, units);
  for (const gift of gifts) await planGift(database, pack, gift, story);
  for (const [index, { facilityId, events }] of timelines.entries()) {
    await replay(database, pack, { facilityId, events: events.slice(1) }, units);
    onProgress((index + 1) / timelines.length);
  }
  for (const event of movedOn.events) await units.tell(event);
  await planInSample(database, pack, plan, story);
  for (const story of training) await tellTraining(database, pack, story);
}

async function writeAll(
  database: Database,
  writes: Write[],
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(writes.length / mostItems) }, (_, index) =>
    writes.slice(index * mostItems, (index + 1) * mostItems),
  );
  const waiting = batches.values();
  let done = 0;
  const work = async () => {
    for (const batch of waiting) {
      await database.transact(batch);
      onProgress((done += 1) / batches.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { facilities: { type: 'string' } } });
  const pack = packFor(process.env['COUNTRY'] ?? '');
  await loadSample(process.env, pack, sampleOf(pack), {
    ...(values.facilities && { facilities: Number(values.facilities) }),
    onProgress: progressLine(process.stdout),
  });
}
