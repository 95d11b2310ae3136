import type { CountryPack } from '../domain/countryPack.ts';
import type { Facility } from '../domain/facility.ts';
import { newerLatest, type MonthlyReport, type ReportCase } from '../domain/monthlyReport.ts';
import { changeFacility } from '../store/changeFacility.ts';
import { changeReport } from '../store/changeReport.ts';
import { Facilities } from '../store/facilities.ts';
import { MonthlyReports } from '../store/monthlyReports.ts';
import type { OwnWrites } from './ownWrites.ts';
import { dayOf, decideFacility, decideReport, isAboutReport, type Timeline } from './timeline.ts';

/** Whoever loads the sample answers for it; the rules of the domain hold all the same. */
const anyone = () => undefined;

/** Does one facility's commands in order; those that were done before are left out. */
export async function replay(
  database: OwnWrites,
  pack: CountryPack,
  { facilityId, events }: Timeline,
): Promise<void> {
  let facility = await new Facilities(database).find(facilityId);
  const found = facility ? await new MonthlyReports(database).ofFacility(facilityId) : [];
  const reports = new Map(found.map((report) => [report.month, report]));
  const versions = new Map<string, number>();
  for (const event of events) {
    const record = isAboutReport(event) ? event.month : 'facility';
    const before = isAboutReport(event) ? reports.get(event.month) : facility;
    const basedOn = versions.get(record) ?? 0;
    versions.set(record, basedOn + 1);
    if (basedOn < (before?.version ?? 0)) continue;
    const { at, by, action, ...content } = event;
    const idempotencyKey = `sample-${record}-v${basedOn + 1}`;
    const command = { facilityId, at, by, action, content, basedOn, idempotencyKey };
    database.remember('facilities', { facilityId }, facility);
    if (isAboutReport(event)) {
      const { month } = event;
      database.remember('monthlyReports', { facilityId, month }, before);
      const decide = (on: ReportCase) => decideReport(event, on);
      const rules = { authorise: anyone, decide, shown: (report: MonthlyReport) => report };
      const report = await changeReport(database, pack, { ...command, month, today: dayOf(event) }, rules);
      reports.set(month, report);
      facility = facility && withLatest(facility, report, pack);
    } else {
      facility = await changeFacility(database, pack, facilityId, command, {
        authorise: anyone,
        decide: (was, { reported }) => decideFacility(event, was, { pack, reported }),
      });
    }
  }
}

/** The facility as it is once the report is written: with it as the latest, unless there is one of a later month. */
function withLatest(facility: Facility, report: MonthlyReport, pack: CountryPack): Facility {
  const latest = newerLatest(facility.latest, report, pack);
  return latest ? { ...facility, latest } : facility;
}
