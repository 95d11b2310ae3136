import { addMonths, type Month } from '../../domain/calendar.ts';
import type { RegionCode, CountryPack } from '../../domain/countryPack.ts';
import { settledName, type Figure } from '../../domain/figureCatalogue.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { monthsConfirmed } from '../../domain/facility/confirmed.ts';
import { confirmationFigures } from '../../domain/facility/facilityConcern.ts';
import { facilityContributions } from '../../domain/facility/facilityContributions.ts';
import type { ChangedRecord } from '../../domain/release/changedRecord.ts';
import type { OpenReport, Release } from '../../domain/release/release.ts';
import type { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import { trainingContributions } from '../../domain/training/trainingContributions.ts';
import type { Database } from '../database.ts';
import { Facilities, facilitySubject } from '../facility/facilities.ts';
import { movedIn } from '../facility/movedFacilities.ts';
import { History } from '../history.ts';
import { MonthlyReports, reportSubject } from '../report/monthlyReports.ts';
import { TrainingSessions, trainingSubject } from '../training/trainingSessions.ts';

/** Each has its history read; with the other requests of an answer there are at most fourteen. */
const pageSize = 6;
/** As many as a month of a whole country ever has. */
const mostSessions = 1000;

interface Asked {
  figure: Figure;
  row: RegionCode;
  month: Month;
  /** The record after which a page begins. */
  after?: string;
}

interface Since {
  release: Release;
  /** The reports that were open when it was made. */
  open: OpenReport[];
}

interface Changed {
  records: ChangedRecord[];
  /** After which record the next page begins. */
  next?: string;
}

/** A record that may have moved the figure: it did, if its history says so. */
interface Candidate {
  subject: string;
  record: Omit<ChangedRecord, 'by'>;
}

interface Case {
  database: Database;
  pack: CountryPack;
}

/**
 * The records that have moved a figure in a row and month since a release, a page at a time. Of those that may have, each
 * history says whether and how far.
 */
export async function changedSince(on: Case, since: Since, asked: Asked): Promise<Changed> {
  const { figure, row, month, after } = asked;
  const candidates = await candidatesOf(on, since, asked);
  const start = candidates.findIndex(({ record }) => pageAfter(record) === after) + 1;
  const some = candidates.slice(start, start + pageSize);
  const history = new History(on.database);
  const name = settledName(figure);
  const moved = await Promise.all(
    some.map(async ({ subject, record }): Promise<ChangedRecord[]> => {
      const differences = await history.movedAfter(subject, since.release.at);
      const by = differences
        .filter((one) => one.scope === 'country' && one.row === row && one.month === month)
        .reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);
      return by === 0 ? [] : [{ ...record, by }];
    }),
  );
  const last = candidates.length > start + pageSize ? some.at(-1) : undefined;
  return { records: moved.flat(), ...(last && { next: pageAfter(last.record) }) };
}

const pageAfter = ({ recordId, month }: Candidate['record']): string =>
  month === undefined ? recordId : `${recordId}~${month}`;

async function candidatesOf(on: Case, since: Since, asked: Asked): Promise<Candidate[]> {
  const { figure, month } = asked;
  if (figure.source === 'trainingSession') return sessionsOf(on, asked);
  if (figure.source === 'monthlyReport') return reportsOf(on, since, asked, [month]);
  if (figure.source !== 'facility') return [];
  if (!confirming.has(figure.name)) return facilitiesOf(on, asked);
  // A report confirms its facility from its month on, until another is missing for long.
  const months = [0, 1, 2, monthsConfirmed].map((before) => addMonths(month, -before));
  const [facilities, reports] = await Promise.all([
    facilitiesOf(on, asked),
    reportsOf(on, since, asked, months),
  ]);
  return [...facilities, ...reports];
}

const confirming: ReadonlySet<string> = new Set(Object.values(confirmationFigures));

/** The reports of a region's months that were open then, handed in since, or have been corrected. */
async function reportsOf(
  { database }: Case,
  { release, open }: Since,
  { row }: Asked,
  months: Month[],
): Promise<Candidate[]> {
  const of = new MonthlyReports(database);
  const all = (await Promise.all(months.map((month) => of.ofRegionMonth(row, month)))).flat();
  const wasOpen = new Set(open.map(({ facilityId, month }) => `${facilityId} ${month}`));
  const isLater = (report: MonthlyReport) =>
    report.revision > 1 ||
    wasOpen.has(`${report.facilityId} ${report.month}`) ||
    (report.submittedAt !== undefined && Date.parse(report.submittedAt) > Date.parse(release.at));
  const later = all.filter(isLater);
  const places = await new Facilities(database).these([...new Set(later.map((one) => one.facilityId))]);
  const namesOf = new Map(places.map(({ facilityId, names }) => [facilityId, names]));
  return later.flatMap(({ facilityId, month }): Candidate[] => {
    const names = namesOf.get(facilityId);
    const record = { kind: 'monthlyReport' as const, recordId: facilityId, month };
    return names ? [{ subject: reportSubject(facilityId, month), record: { ...record, names } }] : [];
  });
}

/** The facilities that add to the figure in the region and month, or did before they moved. */
async function facilitiesOf({ database, pack }: Case, asked: Asked): Promise<Candidate[]> {
  const facilities = new Facilities(database);
  const [present, moved] = await Promise.all([
    facilities.allInRegion(asked.row, { isInFull: true }),
    movedIn(database, asked.row).then((ids) => facilities.these(ids)),
  ]);
  const places = new Map([...present, ...moved].map((one) => [one.facilityId, one]));
  return [...places.values()]
    .filter((facility) => addsTo(facilityContributions(facility, pack), asked))
    .map(({ facilityId, names }) => ({
      subject: facilitySubject(facilityId),
      record: { kind: 'facility', recordId: facilityId, names },
    }));
}

/** The sessions of the month that add to the figure in the region, or would if they had not been called off. */
async function sessionsOf({ database, pack }: Case, asked: Asked): Promise<Candidate[]> {
  const { sessions } = await new TrainingSessions(database).newest(
    { month: asked.month },
    { limit: mostSessions },
  );
  return sessions
    .filter(({ cancelled: _, ...held }) => addsTo(trainingContributions(held, pack), asked))
    .map(({ sessionId, provider, day }) => ({
      subject: trainingSubject(sessionId),
      record: { kind: 'trainingSession', recordId: sessionId, title: provider, day },
    }));
}

function addsTo(contributions: Contribution[], { figure, row, month }: Asked): boolean {
  return contributions.some(
    (one) => one.scope === 'country' && one.row === row && one.month === month && one.amounts[figure.name],
  );
}
