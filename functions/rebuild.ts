import type { Month } from './domain/calendar.ts';
import {
  difference,
  facilityContributions,
  reportContributions,
  summed,
  type Contribution,
} from './domain/contribution.ts';
import type { CountryPack } from './domain/countryPack.ts';
import type { Facility, LatestReport } from './domain/facility.ts';
import { newerLatest, type MonthlyReport } from './domain/monthlyReport.ts';
import { packFor } from './packs/index.ts';
import { ConditionFailed, Database, type Write } from './store/database.ts';
import { facilityFrom } from './store/facilities.ts';
import { reportFrom } from './store/monthlyReports.ts';
import { Progress, progressWrites } from './store/progress.ts';

/** An amount that progress lacks to equal its records; negative where it has too much. */
interface AmountDifference {
  kind: 'amount';
  region: string;
  month: Month;
  name: string;
  lacking: number;
}

/** The latest report kept beside a facility is not its newest. */
interface LatestDifference {
  kind: 'latest';
  facilityId: string;
  stored?: LatestReport;
  expected?: LatestReport;
}

export type Difference = AmountDifference | LatestDifference;

/** What the records add up to, and each facility's latest report as it is kept and as it should be. */
export interface Recount {
  contributions: Contribution[];
  latest: Omit<LatestDifference, 'kind'>[];
  reports: number;
}

/** How much was compared, and what differs. */
export interface Check {
  facilities: number;
  reports: number;
  regionMonths: number;
  differences: Difference[];
}

type Source<Record> = Iterable<Record> | AsyncIterable<Record>;

/** Records added up without keeping them: a country has more than memory holds. */
export async function recount(
  facilities: Source<Facility>,
  reports: Source<MonthlyReport>,
  pack: CountryPack,
): Promise<Recount> {
  let contributions: Contribution[] = [];
  const add = (more: Contribution[]) => {
    contributions.push(...more);
    if (contributions.length > 20_000) contributions = summed(contributions);
  };
  const stored = new Map<string, LatestReport | undefined>();
  for await (const facility of facilities) {
    stored.set(facility.facilityId, facility.latest);
    add(facilityContributions(facility));
  }
  const expected = new Map<string, LatestReport>();
  let counted = 0;
  for await (const report of reports) {
    counted += 1;
    const latest = newerLatest(expected.get(report.facilityId), report, pack);
    if (latest) expected.set(report.facilityId, latest);
    add(reportContributions(report, pack.indicators));
  }
  const latest = [...stored].map(([facilityId, kept]) => ({
    facilityId,
    stored: kept,
    expected: expected.get(facilityId),
  }));
  return { contributions: summed(contributions), latest, reports: counted };
}

/** Where progress and the facilities' latest reports are not what the records say. */
export function compare({ contributions, latest }: Recount, progress: Contribution[]): Difference[] {
  const amounts = difference(progress, contributions).flatMap(({ region, month, amounts }) =>
    Object.entries(amounts).map(([name, lacking]) => ({
      kind: 'amount' as const,
      region,
      month,
      name,
      lacking,
    })),
  );
  const wrong = latest
    .filter(({ stored, expected }) => told(stored) !== told(expected))
    .map((one) => ({ kind: 'latest' as const, ...one }));
  return [...amounts, ...wrong];
}

/** A difference as a sentence; two differences are the same when their sentences are. */
export function sentenceOf(one: Difference): string {
  if (one.kind === 'latest')
    return `${one.facilityId} keeps ${told(one.stored)} as its latest report; its records say ${told(one.expected)}.`;
  const { region, month, name, lacking } = one;
  return `${region} in ${month}: ${name} is ${Math.abs(lacking)} too ${lacking > 0 ? 'low' : 'high'}.`;
}

function told(latest: LatestReport | undefined): string {
  if (!latest) return 'none';
  return `${latest.month} (${latest.status}, ${latest.teleconsultations} teleconsultations)`;
}

/**
 * Recomputes progress from the records and compares. People go on writing meanwhile, so only what a second look
 * finds unchanged is a difference.
 */
export async function checkProgress(database: Database, pack: CountryPack): Promise<Check> {
  const first = await lookOnce(database, pack);
  if (first.differences.length === 0) return first;
  const second = await lookOnce(database, pack);
  const before = new Set(first.differences.map(sentenceOf));
  return { ...second, differences: second.differences.filter((one) => before.has(sentenceOf(one))) };
}

async function lookOnce(database: Database, pack: CountryPack): Promise<Check> {
  const recorded = await recount(
    parsed(database.scan('facilities'), facilityFrom),
    parsed(database.scan('monthlyReports'), reportFrom),
    pack,
  );
  const progress = summed(await new Progress(database).ofCountry(pack));
  return {
    facilities: recorded.latest.length,
    reports: recorded.reports,
    regionMonths: progress.length,
    differences: compare(recorded, progress),
  };
}

async function* parsed<Raw, Record>(items: AsyncIterable<Raw>, parse: (item: Raw) => Record) {
  for await (const item of items) yield parse(item);
}

/** Writes what progress lacks and the right latest reports; what was written meanwhile stays as it is. */
export async function repair(
  database: Database,
  pack: CountryPack,
  differences: Difference[],
): Promise<void> {
  const lacking = differences.flatMap((one) =>
    one.kind === 'amount'
      ? [{ region: one.region, month: one.month, amounts: { [one.name]: one.lacking } }]
      : [],
  );
  const writes = progressWrites(summed(lacking), pack, 'rebuild');
  const mostAtOnce = 100;
  for (let from = 0; from < writes.length; from += mostAtOnce)
    await database.transact(writes.slice(from, from + mostAtOnce));
  for (const one of differences) if (one.kind === 'latest') await repairLatest(database, one);
}

async function repairLatest(database: Database, one: LatestDifference): Promise<void> {
  try {
    await database.transact([latestWrite(one)]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

function latestWrite({ facilityId, stored, expected }: LatestDifference): Write {
  return {
    table: 'facilities',
    kind: 'update',
    key: { facilityId },
    update: expected ? 'SET #latest = :expected' : 'REMOVE #latest',
    condition: stored ? '#latest = :stored' : 'attribute_not_exists(#latest)',
    names: { '#latest': 'latest' },
    values: { ...(stored && { ':stored': stored }), ...(expected && { ':expected': expected }) },
  };
}

/** The command line: `--check` only looks. Resolves with the exit code. */
async function main(args: string[], database: Database, pack: CountryPack): Promise<number> {
  const { facilities, reports, regionMonths, differences } = await checkProgress(database, pack);
  const count = (amount: number) => amount.toLocaleString('en');
  for (const one of differences) console.log(sentenceOf(one));
  if (differences.length === 0) {
    const [all, sent, rows] = [count(facilities), count(reports), count(regionMonths)];
    console.log(`progress equals its records: ${all} facilities, ${sent} reports, ${rows} region-months`);
    return 0;
  }
  if (args.includes('--check')) return 1;
  await repair(database, pack, differences);
  console.log(`mended: ${count(differences.length)} difference${differences.length > 1 ? 's' : ''}`);
  return 0;
}

if (import.meta.main) {
  const pack = packFor(process.env['COUNTRY'] ?? '');
  process.exitCode = await main(process.argv.slice(2), new Database(process.env), pack);
}
