import type { CountryPack } from '../domain/countryPack.ts';
import type { Facility, LatestReport } from '../domain/facility/facility.ts';
import { newerLatest } from '../domain/report/latestReport.ts';
import type { MonthlyReport } from '../domain/report/monthlyReport.ts';
import { plainText } from '../domain/plainText.ts';
import { unlessChanged, type Item, type Write } from '../store/write.ts';
import type { Database } from '../store/database.ts';
import { Facilities, facilityFrom } from '../store/facility/facilities.ts';
import { MonthlyReports, reportFrom } from '../store/report/monthlyReports.ts';

/** The latest report kept beside a facility is not its newest. */
export interface LatestDifference {
  facilityId: string;
  stored?: LatestReport;
  expected?: LatestReport;
  /** The version of the report that was found to be the newest. */
  version?: number;
}

/** Which facilities keep another latest report than their reports say. Whatever seems so is read once more. */
export async function checkLatest(database: Database, pack: CountryPack): Promise<LatestDifference[]> {
  const newest = new Map<string, LatestReport>();
  for await (const report of readable(database, 'monthlyReports', reportFrom)) {
    const latest = newerLatest(newest.get(report.facilityId), report, pack);
    if (latest) newest.set(report.facilityId, latest);
  }
  const differences: LatestDifference[] = [];
  for await (const facility of readable(database, 'facilities', facilityFrom)) {
    if (isSame(facility.latest, newest.get(facility.facilityId))) continue;
    const difference = await lookAgain(database, pack, facility);
    if (difference) differences.push(difference);
  }
  return differences;
}

async function lookAgain(
  database: Database,
  pack: CountryPack,
  { facilityId, latest: stored }: Facility,
): Promise<LatestDifference | undefined> {
  const reports = await new MonthlyReports(database).ofFacility(facilityId);
  const now = await new Facilities(database).find(facilityId);
  let newest: { expected: LatestReport; report: MonthlyReport } | undefined;
  for (const report of reports) {
    const expected = newerLatest(newest?.expected, report, pack);
    if (expected) newest = { expected, report };
  }
  // A latest report that changed meanwhile was changed by a command, together with its report.
  if (!isSame(now?.latest, stored) || isSame(stored, newest?.expected)) return undefined;
  return { facilityId, stored, expected: newest?.expected, version: newest?.report.version };
}

function isSame(a: LatestReport | undefined, b: LatestReport | undefined): boolean {
  return plainText(a ?? null) === plainText(b ?? null);
}

/** Puts the newest report beside its facility, unless either has changed since; answers whether it did. */
export function repairLatest(database: Database, difference: LatestDifference): Promise<boolean> {
  const { facilityId, expected, version } = difference;
  const isStillNewest: Write[] = expected
    ? [
        {
          table: 'monthlyReports',
          kind: 'check',
          key: { facilityId, month: expected.month },
          condition: '#version = :version',
          names: { '#version': 'version' },
          values: { ':version': version },
        },
      ]
    : [];
  return unlessChanged(database.transact([latestWrite(difference), ...isStillNewest]));
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

async function* readable<Record>(
  database: Database,
  table: 'facilities' | 'monthlyReports',
  parse: (item: Item) => Record,
): AsyncGenerator<Record> {
  for await (const item of database.scan(table)) yield* database.readable(table, [item], parse);
}
