import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { monthsBetween } from '../../functions/domain/calendar.ts';
import { regionCodes, type CountryPack } from '../../functions/domain/countryPack.ts';
import { catalogueOf } from '../../functions/domain/figureCatalogue.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../functions/domain/progress.ts';
import { packFor } from '../../functions/packs/index.ts';
import { Database, type RawItem } from '../../functions/store/database.ts';
import { Progress, progressKey, progressWrite } from '../../functions/store/progress.ts';
import { startEngine } from '../support/system.ts';
import { wireTo } from '../support/wire.ts';
import { median, percentile } from './statistics.ts';

const today = '2031-12-31';
const figureCount = 150;
const runs = 20;

/** The country of the sample with as many figures as a country may come to have, ten years long. */
function largePack(): CountryPack {
  const pack = { ...packFor('UA'), programmeStart: '2022-01-01' };
  const [indicator] = pack.indicators;
  const missing = figureCount - catalogueOf(pack).size;
  if (!indicator) return pack;
  const more = Array.from({ length: missing }, (_, index) => ({
    ...indicator,
    code: `more${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`,
    key: `${String.fromCharCode(97 + (index % 26))}${Math.floor(index / 26)}`,
    countsAs: undefined,
  }));
  return { ...pack, indicators: [...pack.indicators, ...more] };
}

/** Prints what the longest and widest overview costs: requests, DynamoDB's read units, time and CPU. */
export async function measureTenYears(): Promise<void> {
  const engine = await startEngine();
  const wire = await wireTo(engine.endpoint);
  Object.assign(process.env, engine.env);
  const pack = largePack();
  const database = new Database(engine.env);
  await fill(database, pack);
  await new Progress(new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint }), pack).ofScope(
    'country',
    today,
  );
  const requests = wire.counted();
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const cube = cubeOf(await new Progress(database, pack).ofScope('country', today), regionCodes(pack));
    summaryOf(new ProgressSums(cube, pack), '2031-12');
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(`\nTen years of ${pack.regions.length + 1} rows and ${figureCount} figures`);
  console.table([
    {
      requests: Object.entries(requests)
        .map(([name, count]) => `${count} ${name}, side by side`)
        .join(' + '),
      'read units': await readUnits(database, Number(today.slice(0, 4))),
      'median ms': Number(median(times).toFixed(1)),
      'p99 ms': Number(percentile(times, 0.99).toFixed(1)),
      'CPU ms': Number(((user + system) / 1000 / runs).toFixed(1)),
    },
  ]);
  await wire.stop();
  await engine.stop();
}

/** Every figure in every row, in numbers of one to five digits, as counts of days and of consultations are. */
async function fill(database: Database, pack: CountryPack): Promise<void> {
  const names = [...catalogueOf(pack).keys()];
  for (const month of monthsBetween('2022-01', '2031-12'))
    await database.transact(
      [...regionCodes(pack), pack.country].map((row, at) => {
        const amounts = Object.fromEntries(
          names.map((name, index) => [
            name,
            1 + (((at + 1) * 99_991 * (index + 1)) % 10 ** (1 + (index % 5))),
          ]),
        );
        return progressWrite(progressKey({ scope: 'country', month, row }, 0, pack), amounts, pack);
      }),
    );
}

/** By DynamoDB's rules: half a unit for each 4 KB of a Query's sum, a whole one where it is read consistently. */
async function readUnits(database: Database, thisYear: number): Promise<number> {
  const years = new Map<number, number>();
  for await (const item of database.scanRaw('progress')) {
    const year = Number(item['scope']?.S?.split('#')[1]);
    years.set(year, (years.get(year) ?? 0) + bytesOf(item));
  }
  const units = [...years].map(([year, bytes]) => Math.ceil(bytes / 4096) * (year >= thisYear - 1 ? 1 : 0.5));
  return units.reduce((sum, each) => sum + each, 0);
}

/** A name in UTF-8, a text in UTF-8, a number as two digits a byte and one more. */
function bytesOf(item: RawItem): number {
  const size = ({ S, N }: AttributeValue) =>
    S === undefined ? Math.ceil((N ?? '').length / 2) + 1 : S.length;
  return Object.entries(item).reduce((sum, [name, value]) => sum + name.length + size(value), 0);
}
