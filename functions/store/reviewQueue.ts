import { addMonths, Instant, Month } from '../domain/calendar.ts';
import type { CountryPack, RegionCode } from '../domain/countryPack.ts';
import { FacilityId, rowOf, type FacilityRow } from '../domain/facility.ts';
import { comparedMonths, reviewed, type Findings } from '../domain/finding.ts';
import { teleconsultationsIn } from '../domain/indicator.ts';
import { countedFigures, type MonthlyReport } from '../domain/monthlyReport.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Facilities } from './facilities.ts';
import { byPlace, placeOf, type MonthlyReports, type QueuePlace } from './monthlyReports.ts';

/** A report that waits, with what speaks for and against approving it. */
interface WaitingReport extends Findings {
  facility: FacilityRow;
  report: MonthlyReport;
  /** The teleconsultations of the facility's month before, as far as they count. */
  before?: number;
}

interface Stores {
  facilities: Facilities;
  reports: MonthlyReports;
}

/** An answer of at most so many reports stays far below the 6 MB that a function may answer. */
const pageSize = 50;

/** The reports that wait in these regions, the longest waiting first, a page at a time, each compared with its past. */
export async function reviewQueue(
  { facilities, reports }: Stores,
  pack: CountryPack,
  regions: RegionCode[],
  page: string | undefined,
): Promise<{ waiting: WaitingReport[]; next?: string }> {
  const after = page === undefined ? undefined : placeAt(page);
  const found = await Promise.all(regions.map((region) => reports.awaitingReview(region, pageSize, after)));
  const queue = found.flat().sort(byPlace);
  const waiting = queue.slice(0, pageSize);
  const ids = [...new Set(waiting.map(({ facilityId }) => facilityId))];
  const [places, pasts] = await Promise.all([
    facilities.these(ids),
    Promise.all(waiting.map(({ facilityId, month }) => reports.before(facilityId, month, comparedMonths))),
  ]);
  const placeOfId = new Map(places.map((place) => [place.facilityId, rowOf(place)]));
  const last = waiting.at(-1);
  return {
    waiting: waiting.flatMap((report, index) => {
      const facility = placeOfId.get(report.facilityId);
      return facility ? [compared(facility, report, pasts[index] ?? [], pack)] : [];
    }),
    ...(last && queue.length > pageSize && { next: pageAt(placeOf(last)) }),
  };
}

function compared(
  facility: FacilityRow,
  report: MonthlyReport,
  past: MonthlyReport[],
  { indicators }: CountryPack,
): WaitingReport {
  const before = past.find(({ month }) => month === addMonths(report.month, -1));
  const figures = before && countedFigures(before);
  return {
    facility,
    report,
    ...(figures && { before: teleconsultationsIn(figures, indicators) }),
    ...reviewed(report, past, indicators),
  };
}

/** A page's address: the place after which it begins. */
function pageAt({ submittedAt, facilityId, month }: QueuePlace): string {
  return `${submittedAt}_${facilityId}_${month}`;
}

function placeAt(page: string): QueuePlace {
  const [at, id, of, ...rest] = page.split('_');
  const submittedAt = Instant.safeParse(at);
  const facilityId = FacilityId.safeParse(id);
  const month = Month.safeParse(of);
  if (!submittedAt.success || !facilityId.success || !month.success || rest.length > 0)
    throw new Refusal('invalid', 'This is not a page of this list.', { field: 'page' });
  return { submittedAt: submittedAt.data, facilityId: facilityId.data, month: month.data };
}
