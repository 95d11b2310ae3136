import type { Instant, Day, Month } from '../../domain/calendar.ts';
import { ensureFound } from '../../domain/permissions.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { newerLatest, type MonthlyReport, type ReportCase } from '../../domain/report/monthlyReport.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import type { Write } from '../write.ts';
import { facilityFrom, latestReportWrite, sameFacilityCheck } from '../facility/facilities.ts';
import { reportFrom, reportKind, reportSubject } from './monthlyReports.ts';
import { recordChange } from '../recordKind.ts';

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
        return [recordChange(reportKind, on.report, after, alongside(on, after))];
      },
      shown,
      guards,
    },
    command,
  );
}

/** The latest report moves with its report; either way the facility is live, and where it was, as when that was decided. */
function alongside({ facility, pack }: ReportCase, after: MonthlyReport): Write[] {
  const latest = newerLatest(facility.latest, after, pack);
  return [latest ? latestReportWrite(facility, latest) : sameFacilityCheck(facility)];
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
