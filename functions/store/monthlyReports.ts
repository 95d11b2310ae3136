import type { Month } from '../domain/calendar.ts';
import type { RegionCode } from '../domain/countryPack.ts';
import { MonthlyReport } from '../domain/monthlyReport.ts';
import type { Database, Item, Write } from './database.ts';

/** The record without the keys of its indexes. */
export function reportFrom({ awaitingIn: _, regionMonth: __, ...report }: Item): MonthlyReport {
  return MonthlyReport.parse(report);
}

/** Saves a report on top of the version it was based on. */
export function reportWrite(report: MonthlyReport): Write {
  const { month, region, version, status } = report;
  const awaiting = status === 'submitted' && { awaitingIn: region };
  return {
    table: 'monthlyReports',
    kind: 'put',
    item: { ...report, ...awaiting, regionMonth: regionMonthOf(region, month) },
    ...(version === 1
      ? { condition: 'attribute_not_exists(facilityId)' }
      : {
          condition: '#version = :basedOn',
          names: { '#version': 'version' },
          values: { ':basedOn': version - 1 },
        }),
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

  /** All reports of a facility, by month. */
  async ofFacility(facilityId: string): Promise<MonthlyReport[]> {
    return this.#reports({ key: 'facilityId', equals: facilityId });
  }

  /** The reports of a region that wait for review, the longest waiting first. */
  async awaitingReview(region: RegionCode): Promise<MonthlyReport[]> {
    return this.#reports({ index: 'awaitingReview', key: 'awaitingIn', equals: region });
  }

  /** The reports of a region's month, in whatever state. */
  async ofRegionMonth(region: RegionCode, month: Month): Promise<MonthlyReport[]> {
    return this.#reports({
      index: 'byRegionMonth',
      key: 'regionMonth',
      equals: regionMonthOf(region, month),
    });
  }

  async #reports(query: { index?: string; key: string; equals: string }): Promise<MonthlyReport[]> {
    const items = await this.#database.query('monthlyReports', query);
    return items.map(reportFrom);
  }
}

function regionMonthOf(region: RegionCode, month: Month): string {
  return `${region}#${month}`;
}
