import { addMonths, type Instant, type Month } from '../../domain/calendar.ts';
import type { RegionCode } from '../../domain/countryPack.ts';
import { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import { reportContributions } from '../../domain/report/reportContributions.ts';
import type { Database } from '../database.ts';
import type { Item, Write } from '../write.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';

/** Monthly reports as records that progress is made of. */
export const reportKind: RecordKind<MonthlyReport> = {
  name: 'reports',
  table: 'monthlyReports',
  subjectOf: ({ facilityId, month }) => reportSubject(facilityId, month),
  shardBy: ({ facilityId }) => facilityId,
  from: reportFrom,
  parse: (kept) => MonthlyReport.parse(kept),
  write: reportWrite,
  contributions: reportContributions,
};

/** The subject of a monthly report's history. */
export const reportSubject = (facilityId: string, month: Month) => `report#${facilityId}#${month}`;

/** The record without the keys of its indexes. */
export function reportFrom({ awaitingIn: _, regionMonth: __, ...report }: Item): MonthlyReport {
  return MonthlyReport.parse(report);
}

/** Saves a report on top of the version it was based on. */
function reportWrite(report: MonthlyReport): Write {
  const { month, region, status } = report;
  const awaiting = status === 'submitted' && { awaitingIn: region };
  const item = { ...report, ...awaiting, regionMonth: regionMonthOf(region, month) };
  return versionedPut('monthlyReports', item, report.version);
}

/** Nothing is written unless there is still no report of the month that was handed in. */
export function noReportCheck(facilityId: string, month: Month): Write {
  return {
    table: 'monthlyReports',
    kind: 'check',
    key: { facilityId, month },
    condition: 'attribute_not_exists(submittedOn)',
  };
}

export class MonthlyReports {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The report of a facility and month, or undefined. */
  async find(facilityId: string, month: Month): Promise<MonthlyReport | undefined> {
    const [item] = await this.#database.get([{ table: 'monthlyReports', key: { facilityId, month } }]);
    return item && reportFrom(item);
  }

  /** Those of these reports that there are. */
  async these(wanted: Pick<MonthlyReport, 'facilityId' | 'month'>[]): Promise<MonthlyReport[]> {
    const items = await this.#database.getAll(
      wanted.map(({ facilityId, month }) => ({ table: 'monthlyReports', key: { facilityId, month } })),
    );
    const found = items.filter((item) => item !== undefined);
    return this.#database.readable('monthlyReports', found, reportFrom);
  }

  /** All reports of a facility, by month; those that were acknowledged are all there. */
  async ofFacility(facilityId: string): Promise<MonthlyReport[]> {
    return this.#reports({ key: 'facilityId', equals: facilityId, isConsistent: true });
  }

  /** For each of these months of facilities the reports of so many months before it; a hundred of all of them in one request. */
  async before(
    those: Pick<MonthlyReport, 'facilityId' | 'month'>[],
    months: number,
  ): Promise<MonthlyReport[][]> {
    const keys = those.flatMap(({ facilityId, month }) =>
      Array.from({ length: months }, (_, index) => ({
        table: 'monthlyReports' as const,
        key: { facilityId, month: addMonths(month, -1 - index) },
      })),
    );
    const items = await this.#database.getAll(keys);
    return those.map((_, index) => {
      const own = items.slice(index * months, (index + 1) * months);
      return this.#database.readable(
        'monthlyReports',
        own.filter((item) => item !== undefined),
        reportFrom,
      );
    });
  }

  /**
   * The reports of a region that wait for review, the longest waiting first: at least so many after a place in the
   * queue, if there are as many, and with the last all those that were handed in at the same instant.
   */
  async awaitingReview(region: RegionCode, least: number, after?: QueuePlace): Promise<MonthlyReport[]> {
    const found: MonthlyReport[] = [];
    for (let from: Item | undefined; ;) {
      const { items, next } = await this.#database.queryPage(
        'monthlyReports',
        {
          index: 'awaitingReview',
          key: 'awaitingIn',
          equals: region,
          ...(after && { sort: { key: 'submittedAt', from: after.submittedAt } }),
          limit: least + 1,
        },
        from,
      );
      const reports = this.#database.readable('monthlyReports', items, reportFrom);
      found.push(...reports.filter((report) => !after || isBefore(after, placeOf(report))));
      const isTied = found.at(-1)?.submittedAt === found[least - 1]?.submittedAt;
      if (!next || (found.length >= least && !isTied)) return found.sort(byPlace);
      from = next;
    }
  }

  /** The reports of a region's month, in whatever state. */
  async ofRegionMonth(region: RegionCode, month: Month): Promise<MonthlyReport[]> {
    return this.#reports({
      index: 'byRegionMonth',
      key: 'regionMonth',
      equals: regionMonthOf(region, month),
    });
  }

  /** The same, by facility, a page at a time; `next` is the facility after which the following page begins. */
  async pageOfRegionMonth(
    region: RegionCode,
    month: Month,
    { limit, after }: { limit: number; after?: string },
  ): Promise<{ reports: MonthlyReport[]; next?: string }> {
    const regionMonth = regionMonthOf(region, month);
    const { items, next } = await this.#database.queryPage(
      'monthlyReports',
      { index: 'byRegionMonth', key: 'regionMonth', equals: regionMonth, limit },
      after === undefined ? undefined : { regionMonth, facilityId: after, month },
    );
    const from = next?.['facilityId'];
    return {
      reports: this.#database.readable('monthlyReports', items, reportFrom),
      ...(typeof from === 'string' && { next: from }),
    };
  }

  async #reports(query: Parameters<Database['query']>[1]): Promise<MonthlyReport[]> {
    const items = await this.#database.query('monthlyReports', query);
    return this.#database.readable('monthlyReports', items, reportFrom);
  }
}

/** A report's place among those that wait. */
export interface QueuePlace {
  submittedAt: Instant;
  facilityId: string;
  month: Month;
}

/** Where a report stands in the queue. */
export function placeOf({ submittedAt = '', facilityId, month }: MonthlyReport): QueuePlace {
  return { submittedAt, facilityId, month };
}

/** The longest waiting first; who was handed in at the same instant, by code and month. */
export function byPlace(a: MonthlyReport, b: MonthlyReport): number {
  return isBefore(placeOf(a), placeOf(b)) ? -1 : 1;
}

function isBefore(a: QueuePlace, b: QueuePlace): boolean {
  const told = ({ submittedAt, facilityId, month }: QueuePlace) => `${submittedAt} ${facilityId} ${month}`;
  return told(a) < told(b);
}

function regionMonthOf(region: RegionCode, month: Month): string {
  return `${region}#${month}`;
}
