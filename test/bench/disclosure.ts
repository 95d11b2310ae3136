import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { regionCodes } from '../../functions/domain/countryPack.ts';
import { disclosedProgress } from '../../functions/domain/disclosure/disclosed.ts';
import { Remembered, stillKnown } from '../../functions/domain/disclosure/known.ts';
import { figuresAboutPeople } from '../../functions/domain/disclosure/tables.ts';
import { cubeOf, ProgressCube, ProgressSums } from '../../functions/domain/progress.ts';
import { disclosedName, outsideName, rememberedName } from '../../functions/domain/release/frozen.ts';
import type { Release } from '../../functions/domain/release/release.ts';
import { reportersScope } from '../../functions/domain/release/reporters.ts';
import { packFor } from '../../functions/packs/index.ts';
import { sampleToday } from '../../functions/sample/publishedFigures.ts';
import { Database } from '../../functions/store/database.ts';
import { Progress } from '../../functions/store/progress.ts';
import { Releases } from '../../functions/store/release/releases.ts';
import { copySample } from '../support/sampleDatabase.ts';
import { startEngine } from '../support/system.ts';

/** Prints how many counts about people the newest release of the sample tells, and what finding that out takes. */
export async function measureDisclosure(): Promise<void> {
  const pack = packFor('UA');
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-disclosure-'));
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  const engine = await startEngine(file);
  const database = new Database(engine.env);
  const store = new Releases(database, pack);
  const [newest, earlier] = await store.all();
  if (!newest || !earlier) throw new Error('The sample has releases.');
  const cubeIn = async (release: Release, name: string) =>
    ProgressCube.parse(await store.content(release, name));
  const rememberedIn = async (release: Release) =>
    z.record(z.string(), Remembered).parse(await store.content(release, rememberedName))[outsideName];
  const [cube, told] = [await cubeIn(newest, outsideName), await cubeIn(newest, disclosedName(outsideName))];
  const [then, before, after] = [
    await cubeIn(earlier, outsideName),
    await rememberedIn(earlier),
    await rememberedIn(newest),
  ];
  if (!before || !after) throw new Error('Each release remembers what it told.');
  const rows = await new Progress(database, pack).ofScope(reportersScope('country'), sampleToday);
  await engine.stop();
  rmSync(folder, { recursive: true });
  const [all, shown] = [new ProgressSums(cube, pack), new ProgressSums(told, pack)];
  const quarters = cube.months.filter((month) => Number(month.slice(5)) % 3 === 0);
  console.log(`Counts told by the release of ${newest.month}, of those that are not zero:`);
  for (const { name } of figuresAboutPeople(cube, pack)) {
    const ofNation = cube.months.filter((month) => all.value(name, month) > 0);
    const ofRegions = all.regions.flatMap((row) =>
      quarters.filter((month) => all.value(name, month, [row]) > 0).map((month) => ({ row, month })),
    );
    const nation = ofNation.filter((month) => shown.shows(name, month)).length;
    const regions = ofRegions.filter(({ row, month }) => shown.shows(name, month, [row])).length;
    console.log(
      `  ${name.padEnd(30)} country ${nation} of ${ofNation.length} months, regions ${regions} of ${ofRegions.length} quarters`,
    );
  }
  const counted = { cube, reporters: cubeOf(rows, regionCodes(pack)) };
  const begun = performance.now();
  const still = stillKnown(before.told, then, cube, pack.country);
  disclosedProgress(
    counted,
    { ...after, told: still, withheld: before.withheld },
    { until: newest.month, pack },
  );
  console.log(
    `Protecting and auditing ${cube.months.length} months: ${Math.round(performance.now() - begun)} ms, with ${after.past?.length ?? 0} relations of what corrections changed`,
  );
}
