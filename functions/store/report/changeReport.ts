import type { Instant, Day, Month } from '../../domain/calendar.ts';
import { ensureFound } from '../../domain/permissions.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { newerLatest } from '../../domain/report/latestReport.ts';
import type { MonthlyReport, ReportCase } from '../../domain/report/monthlyReport.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { facilityFrom, latestReportChange, sameFacilityCheck } from '../facility/facilities.ts';
import { reportFrom, reportKind, reportSubject } from './monthlyReports.ts';
import { recordChange, type RecordChange } from '../recordKind.ts';

interface ReportCommand extends Command {
  facilityId: string;
  month: Month;
  today: Day;
  at: Instant;
}

interface ReportRules {
  authorise: (on: ReportCase) => void;
  shown: (report: MonthlyReport) => MonthlyReport;
  decide: (on: ReportCase) => MonthlyReport;
  guards?: 'version' | 'state';
}

/** Does one command on a monthly report; the facility's latest report moves with it. */
export function changeReport(
  database: Database,
  pack: CountryPack,
  command: ReportCommand,
  { authorise, decide, shown, guards = 'version' }: ReportRules,
): Promise<MonthlyReport> {
  const { facilityId, month } = command;
  return commitChange(
    database,
    pack,
    {
      kind: reportKind,
      subject: reportSubject(facilityId, month),
      read: () => readCase(database, pack, command),
      recordIn: ({ report }) => report,
      authorise,
      decide: (on) => {
        const after = decide(on);
        return changesOf(on, after);
      },
      shown,
      guards,
    },
    command,
  );
}

/**
 * What its facility keeps of it moves with a report, and so does whether the facility is confirmed; either way the facility is
 * live, and where it was, as when that was decided.
 */
function changesOf(
  { facility, report, pack }: ReportCase,
  after: MonthlyReport,
): [RecordChange<MonthlyReport>, ...RecordChange[]] {
  const latest = newerLatest(facility.latest, after, pack);
  if (!latest) return [recordChange(reportKind, report, after, [sameFacilityCheck(facility)])];
  return [recordChange(reportKind, report, after), latestReportChange(facility, latest)];
}

async function readCase(database: Database, pack: CountryPack, command: ReportCommand): Promise<ReportCase> {
  const { facilityId, month, today, at } = command;
  const [facility, report] = await database.get([
    { table: 'facilities', key: { facilityId } },
    { table: 'monthlyReports', key: { facilityId, month } },
  ]);
  ensureFound(facility, 'readReport');
  return { pack, facility: facilityFrom(facility), report: report && reportFrom(report), month, today, at };
}
