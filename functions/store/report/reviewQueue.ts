import { addMonths, Instant, Month } from '../../domain/calendar.ts';
import type { CountryPack, RegionCode } from '../../domain/countryPack.ts';
import { rowOf, type FacilityRow } from '../../domain/facility/facility.ts';
import { FacilityId } from '../../domain/facility/facilityProfile.ts';
import { inReport } from '../../domain/report/askedIndicators.ts';
import { comparedMonths, reviewed, type Findings } from '../../domain/report/finding.ts';
import { teleconsultationsIn } from '../../domain/report/indicator.ts';
import { countedFigures, type MonthlyReport } from '../../domain/report/monthlyReport.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Facilities } from '../facility/facilities.ts';
import { byPlace, placeOf, type MonthlyReports, type QueuePlace } from './monthlyReports.ts';

/** A report that waits, with what speaks for and against approving it. */
interface WaitingReport extends Findings {
  facility: FacilityRow;
  report: MonthlyReport;
  /** The teleconsultations of the facility's month before, as far as they count. */
  before?: number;
}

interface Stores {
  facilities: Pick<Facilities, 'these'>;
  reports: Pick<MonthlyReports, 'awaitingReview' | 'before'>;
}

/** What there is to look at in a whole queue, or in its longest waiting where it is a very long one. */
interface Triage {
  /** How many were looked at, and whether they are all that wait. */
  counted: number;
  isAll: boolean;
  flagged: number;
  /** The flagged ones that the first page does not bring. */
  behind: WaitingReport[];
}

/** An answer of at most so many reports stays far below the 6 MB that a function may answer. */
const pageSize = 50;
/** Each report is compared with twelve others, so of a very long queue only so many are. */
const mostTriaged = 200;
/** So many times its share of the longest waiting is read of a region at first: in few regions they are spread evenly. */
const manyOfShare = 5;

/**
 * The reports that wait in these regions, the longest waiting first, a page at a time, each compared with its past. With
 * the first page comes what there is to look at in the whole queue.
 */
export async function reviewQueue(
  stores: Stores,
  pack: CountryPack,
  regions: RegionCode[],
  page: string | undefined,
): Promise<{ waiting: WaitingReport[]; next?: string; triage?: Triage }> {
  const after = page === undefined ? undefined : placeAt(page);
  const most = after ? pageSize : mostTriaged;
  const queue = await longestWaiting(stores, regions, most + 1, after);
  const looked = await lookedAt(stores, queue.slice(0, most), pack);
  const last = queue[pageSize - 1];
  return {
    waiting: rowsOf(looked.slice(0, pageSize)),
    ...(last && queue.length > pageSize && { next: pageAt(placeOf(last)) }),
    ...(!after && { triage: triageOf(looked, queue.length <= most) }),
  };
}

/**
 * At least so many of the reports that wait in these regions, if there are as many, the longest waiting first. A few are
 * read of each region, and more only where those are all among them: of many regions most that wait stay unread.
 */
async function longestWaiting(
  { reports }: Stores,
  regions: RegionCode[],
  most: number,
  after: QueuePlace | undefined,
): Promise<MonthlyReport[]> {
  const found: MonthlyReport[] = [];
  let least = Math.ceil(most * Math.min(1, manyOfShare / regions.length));
  let asked = regions.map((region) => ({ region, after }));
  while (asked.length > 0) {
    const reads = asked.map(async ({ region, after: from }) => ({
      region,
      read: await reports.awaitingReview(region, least, from),
    }));
    const pages = await Promise.all(reads);
    found.push(...pages.flatMap(({ read }) => read));
    found.sort(byPlace);
    const end = found[most - 1];
    asked = pages.flatMap(({ region, read }) => {
      const last = read.at(-1);
      const isRead = !last || read.length < least || (end && byPlace(last, end) >= 0);
      return isRead ? [] : [{ region, after: placeOf(last) }];
    });
    least *= 2;
  }
  return found;
}

function triageOf(looked: Looked[], isAll: boolean): Triage {
  const isFlagged = (row: Looked): row is WaitingReport => row?.isClear === false;
  return {
    counted: rowsOf(looked).length,
    isAll,
    flagged: looked.filter(isFlagged).length,
    behind: looked.slice(pageSize).filter(isFlagged),
  };
}

/** Nothing where the report's facility cannot be read. */
type Looked = WaitingReport | undefined;

const rowsOf = (looked: Looked[]): WaitingReport[] => looked.filter((row) => row !== undefined);

/** Each report beside its facility and compared with its past. */
async function lookedAt(
  { facilities, reports }: Stores,
  waiting: MonthlyReport[],
  pack: CountryPack,
): Promise<Looked[]> {
  const ids = [...new Set(waiting.map(({ facilityId }) => facilityId))];
  const [places, pasts] = await Promise.all([facilities.these(ids), reports.before(waiting, comparedMonths)]);
  const placeOfId = new Map(places.map((place) => [place.facilityId, rowOf(place)]));
  return waiting.map((report, index) => {
    const facility = placeOfId.get(report.facilityId);
    return facility && compared(facility, report, pasts[index] ?? [], pack);
  });
}

function compared(
  facility: FacilityRow,
  report: MonthlyReport,
  past: MonthlyReport[],
  pack: CountryPack,
): WaitingReport {
  const before = past.find(({ month }) => month === addMonths(report.month, -1));
  const figures = before && countedFigures(before);
  return {
    facility,
    report,
    ...(figures && { before: teleconsultationsIn(figures, pack.indicators) }),
    ...reviewed(report, past, inReport(pack, report)),
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
