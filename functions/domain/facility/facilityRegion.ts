import * as z from 'zod/mini';
import { Day, monthOf, type Month } from '../calendar.ts';
import { RegionCode } from '../countryPack.ts';
import type { Facility } from './facility.ts';
import type { MonthlyReport } from '../report/monthlyReport.ts';
import type { Place } from '../permissions.ts';

/** A region in which a facility was; `until` is its first day in the next one. */
export const FormerRegion = z.strictObject({ region: RegionCode, until: Day, by: z.string() });
export type FormerRegion = z.infer<typeof FormerRegion>;

type Placed = Pick<Facility, 'region' | 'formerRegions'>;

/** A month belongs to the region in which the facility is on its last day. */
export function regionInMonth({ region, formerRegions = [] }: Placed, month: Month): RegionCode {
  return formerRegions.find(({ until }) => monthOf(until) > month)?.region ?? region;
}

/** A report is decided on where its month belongs, and read where its facility is now as well. */
export function placeOfReport(facility: Facility, month: Month, report: MonthlyReport | undefined): Place {
  const { facilityId, region } = facility;
  return { facilityId, region: report?.region ?? regionInMonth(facility, month), readIn: region };
}
