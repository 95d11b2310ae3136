import { monthOf } from '../../domain/calendar.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { consignmentContributions } from '../../domain/equipment/consignmentContributions.ts';
import { placeOf, stepsOf } from '../../domain/equipment/standing.ts';
import type { OpenedAt } from '../../domain/explain/explained.ts';
import { regionInMonth } from '../../domain/facility/facilityRegion.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Consignments, regionNow } from '../equipment/consignments.ts';
import { counted, type Opened, type Step } from './counted.ts';
import { namedPlaces } from './namedPlaces.ts';

/** As many as one answer of the index holds; it may hold fewer. */
const pageSize = 1000;
/** How many records one request names. */
const mostKeys = 100;

/**
 * The consignments that a row's figure is the sum of: those that count in the region now, and last those that did before. At
 * most three requests for a page of either.
 */
export async function consignmentStep(opened: Opened): Promise<Step> {
  const { database, at, page } = opened;
  const consignments = new Consignments(database);
  if (page?.startsWith(past)) {
    const after = page.slice(past.length);
    const found = await consignments.everCountedIn(at.row, {
      limit: mostKeys,
      ...(after !== '' && { after }),
    });
    const left = found.consignments.filter((one) => regionNow(one) !== at.row);
    return told(opened, left, found.next === undefined ? undefined : `${past}${found.next}`);
  }
  const found = await consignments.inRegion(at.row, {
    limit: pageSize,
    ...(page !== undefined && { from: positionIn(page, at.row) }),
  });
  return told(opened, found.consignments, found.next ? addressOf(found.next) : past);
}

/** What the addresses of pages begin with that have what counted in the region before. */
const past = 'past.';

const addressOf = ({ at, consignmentId }: { at: string; consignmentId: string }) => `${at}_${consignmentId}`;

function positionIn(page: string, region: string) {
  const [at, consignmentId, ...rest] = page.split('_');
  if (!at || !consignmentId || rest.length > 0)
    throw new Refusal('invalid', 'This is not a page of these records.', { field: 'page' });
  return { region, at, consignmentId };
}

async function told(opened: Opened, consignments: Consignment[], next: string | undefined): Promise<Step> {
  const { database, at, tellsPlaces } = opened;
  const records = counted(opened, consignments, consignmentContributions, (one) => {
    const { consignmentId, equipmentType, units, source } = one;
    const { state, placeId } = standingIn(one, at);
    return {
      kind: 'consignment',
      recordId: consignmentId,
      equipmentType,
      units,
      state,
      ...(tellsPlaces && { placeId }),
      ...(source.kind === 'donation' && { donationId: source.donationId }),
    };
  });
  const places = await namedPlaces(
    database,
    at,
    records.map(({ placeId }) => placeId),
  );
  return { records, places, ...(next !== undefined && { next }) };
}

/** How the units stood at a month's end, or when they counted in the region last. */
function standingIn(consignment: Consignment, { row, month }: OpenedAt) {
  const until = stepsOf(consignment).filter(({ event }) => monthOf(event.date) <= month);
  const step =
    until.findLast(({ standing }) => regionInMonth(placeOf(standing), month) === row) ??
    until.findLast(({ standing, event }) => regionInMonth(placeOf(standing), monthOf(event.date)) === row) ??
    stepsOf(consignment).at(-1);
  if (!step) throw new Error('What counts was planned once.');
  return { state: step.standing.state, placeId: placeOf(step.standing).placeId };
}
