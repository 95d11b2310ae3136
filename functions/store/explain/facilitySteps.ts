import { confirmationIn } from '../../domain/facility/confirmed.ts';
import { currentStage, type Facility } from '../../domain/facility/facility.ts';
import { facilityContributions, type CountedFacility } from '../../domain/facility/facilityContributions.ts';
import type { ExplainedPlace } from '../../domain/explain/explainedRecord.ts';
import { ensure } from '../../domain/refusal.ts';
import { Facilities } from '../facility/facilities.ts';
import { movedIn } from '../facility/movedFacilities.ts';
import { counted, type Opened, type Step } from './counted.ts';

/** As many as one answer of the index holds; it may hold fewer. */
const pageSize = 1000;
/** How many records one request names. */
const mostKeys = 100;

/**
 * The facilities that a row's figure is the sum of: those that are in the region, as its index has them, and last those that
 * have come to it or left it, whose records alone know since when. At most three requests for a page of either.
 */
export async function facilityStep(opened: Opened): Promise<Step> {
  const { database, at, page } = opened;
  const facilities = new Facilities(database);
  if (page?.startsWith('moved.')) {
    const from = Number(page.slice('moved.'.length));
    ensure(Number.isInteger(from), 'invalid', 'This is not a page of these records.', { field: 'page' });
    const moved = await movedIn(database, at.row);
    const some = await facilities.these(moved.slice(from, from + mostKeys));
    return { ...told(opened, some), ...nextOf(moved, from + mostKeys) };
  }
  const [{ rows, next }, moved] = await Promise.all([
    facilities.inRegion(
      { region: at.row, ...(page !== undefined && { after: page }) },
      { limit: pageSize, isInFull: true },
    ),
    movedIn(database, at.row),
  ]);
  const stayed = rows.filter(({ facilityId }) => !moved.includes(facilityId));
  return { ...told(opened, stayed), ...(next === undefined ? nextOf(moved, 0) : { next }) };
}

function nextOf(moved: string[], from: number): Pick<Step, 'next'> {
  return from < moved.length ? { next: `moved.${from}` } : {};
}

type Told = CountedFacility & Pick<Facility, 'facilityId' | 'names'>;

function told(opened: Opened, facilities: Told[]): Pick<Step, 'records' | 'places'> {
  const { month } = opened.at;
  const records = counted(opened, facilities, facilityContributions, (facility) => ({
    kind: 'facility',
    recordId: facility.facilityId,
    placeId: facility.facilityId,
    state: currentStage(facility).stage,
  }));
  const ids = new Set(records.map(({ recordId }) => recordId));
  const among = facilities.filter(({ facilityId }) => ids.has(facilityId));
  return { records, places: among.map((one) => placeAsOf(one, month)) };
}

/** A facility's name, and whether it is confirmed in a month. */
export function placeAsOf(
  { facilityId, names, ...facility }: Pick<Told, 'facilityId' | 'names' | 'stages' | 'latest'>,
  month: string,
): ExplainedPlace {
  const confirmation = confirmationIn(facility, month);
  return { placeId: facilityId, names, ...(confirmation && { confirmation }) };
}
