import type { Instant, Day, Month } from '../domain/calendar.ts';
import { difference, reportContributions } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { Facility } from '../domain/facility.ts';
import { MonthlyReport, newerLatest, type ReportCase } from '../domain/monthlyReport.ts';
import { ensure } from '../domain/refusal.ts';
import { commitChange, type Command } from './change.ts';
import type { Database, Write } from './database.ts';
import { facilityFrom, latestReportWrite } from './facilities.ts';
import { reportSubject } from './history.ts';
import { reportFrom, reportWrite } from './monthlyReports.ts';
import { progressWrites } from './progress.ts';

interface ReportCommand extends Command {
  facilityId: string;
  month: Month;
  today: Day;
  at: Instant;
}

interface ReportRules {
  authorise: (facility: Facility) => void;
  shown: (report: MonthlyReport) => MonthlyReport;
  decide: (on: ReportCase) => MonthlyReport;
}

/** Does one command on a monthly report: report, progress, history and the facility's latest report move together. */
export function changeReport(
  database: Database,
  pack: CountryPack,
  command: ReportCommand,
  { authorise, decide, shown }: ReportRules,
): Promise<MonthlyReport> {
  const { facilityId, month } = command;
  return commitChange(
    database,
    {
      subject: reportSubject(facilityId, month),
      read: () => readCase(database, pack, command),
      recordIn: ({ report }) => report,
      authorise: ({ facility }) => authorise(facility),
      decide,
      shown,
      writes: ({ facility, report }, after) => writesOf(pack, facility, report, after),
      parse: (kept) => MonthlyReport.parse(kept),
    },
    command,
  );
}

async function readCase(database: Database, pack: CountryPack, command: ReportCommand): Promise<ReportCase> {
  const { facilityId, month, today, at } = command;
  const [facility, report] = await database.get([
    { table: 'facilities', key: { facilityId } },
    { table: 'monthlyReports', key: { facilityId, month } },
  ]);
  ensure(facility, 'notFound', 'There is no such facility.');
  return { pack, facility: facilityFrom(facility), report: report && reportFrom(report), month, today, at };
}

function writesOf(
  pack: CountryPack,
  facility: Facility,
  before: MonthlyReport | undefined,
  after: MonthlyReport,
): Write[] {
  const counted = (report: MonthlyReport | undefined) =>
    report ? reportContributions(report, pack.indicators) : [];
  const latest = newerLatest(facility.latest, after, pack);
  return [
    reportWrite(after),
    ...progressWrites(difference(counted(before), counted(after)), pack, facility.facilityId),
    ...(latest ? [latestReportWrite(facility.facilityId, latest)] : []),
  ];
}
