import { daysFrom, dueOn, isOver, type Month } from '#functions/domain/calendar.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { equipmentConcerns, type EquipmentConcern } from '#functions/domain/equipment/concern.ts';
import { concernFigure } from '#functions/domain/equipment/equipmentFigures.ts';
import {
  facilityConcernFigure,
  facilityConcerns,
  type FacilityConcern,
} from '#functions/domain/facility/facilityConcern.ts';
import { isOutOfReach } from '#functions/domain/place/outOfReach.ts';
import { stageFigure } from '#functions/domain/facility/facilityFigures.ts';
import { completenessAt } from '#lib/progress/completeness.ts';
import { amountsOf, lastOver, valueNow } from '#lib/progress/series.ts';
import { amountAt, totalAt, type Selection } from '../selection.ts';

/** Something that asks for attention, in figures; the words and the list behind it are the page's. */
export type Concern =
  /** Facilities that have not reported a month; `days` are left until it is due, or negative since. */
  | { kind: 'missing'; month: Month; count: number; days: number; where: Where[] }
  | { kind: 'behind'; region: RegionCode; received: number; expected: number }
  | { kind: 'waiting'; count: number; where: Where[] }
  /** Units that somebody should look at. */
  | { kind: 'equipment'; concern: EquipmentConcern; count: number; where: Where[] }
  /** Facilities that somebody should look at. */
  | { kind: 'facility'; concern: FacilityConcern; count: number; where: Where[] }
  | { kind: 'suspended'; count: number; change: number; where: Where[] }
  | { kind: 'trained'; count: number; where: Where[] }
  /** Facilities are on their way in the region, and none has gone live for months. */
  | { kind: 'standstill'; region: RegionCode; count: number; since: Month | undefined };

/** How many there are in a region. */
export interface Where {
  region: RegionCode;
  count: number;
}

const most = 10;
const patience = 6;
const onTheWay = ['planned', 'connected', 'equipped', 'trained'] as const;

/** What only those who review reports can do something about. */
const ofReviewers: Concern['kind'][] = ['missing', 'behind', 'waiting'];

/**
 * What asks for attention as of the chosen month, most urgent first, never more than ten; the ministry's own backlog is
 * nobody else's concern.
 */
export function concernsOf(selection: Selection, isReviewer: boolean): Concern[] {
  const reports = missing(selection);
  const late = reports.filter(({ days }) => days < 0);
  const due = reports.filter(({ days }) => days >= 0);
  const lagging = behind(selection);
  const all = [
    ...late,
    ...(due.length === 0 ? lagging : []),
    ...waiting(selection),
    ...due,
    ...(due.length === 0 ? [] : lagging),
    ...equipment(selection),
    ...facility(selection),
    ...suspended(selection),
    ...standstills(selection),
    ...trained(selection),
  ];
  return all.filter(({ kind }) => isReviewer || !ofReviewers.includes(kind)).slice(0, most);
}

/** The chosen month and the one before it. */
function missing(selection: Selection) {
  return [selection.at, selection.at - 1].flatMap((at) => {
    const month = selection.months[at];
    if (!month || !isOver(month, selection.today)) return [];
    const where = counted(selection, (region) => completenessAt(selection, month, [region]).missing);
    const days = daysFrom(selection.today, dueOn(month, selection.pack.dueDay));
    return where.length > 0 ? [{ kind: 'missing' as const, month, count: summed(where), days, where }] : [];
  });
}

/** The two regions that miss the most reports, where far fewer are in than elsewhere. */
function behind(selection: Selection) {
  const country = completenessAt(selection, selection.month, selection.sums.rows);
  const usual = country.received / Math.max(1, country.expected);
  return regionsOf(selection)
    .map((region) => ({ region, ...completenessAt(selection, selection.month, [region]) }))
    .filter(({ expected, received }) => expected >= 5 && received / expected < 0.75 * usual)
    .sort((a, b) => b.missing - a.missing)
    .slice(0, 2)
    .map(({ region, received, expected }) => ({ kind: 'behind' as const, region, received, expected }));
}

/** All that wait now, of any month: who reviews them finds them all in one list. Beside a month long past it would be out of place. */
function waiting(selection: Selection) {
  if (selection.month < lastOver(selection.today)) return [];
  const { sums } = selection;
  const where = counted(selection, (region) => valueNow({ sums, rows: [region] }, 'reportsAwaitingReview'));
  return where.length > 0 ? [{ kind: 'waiting' as const, count: summed(where), where }] : [];
}

function equipment(selection: Selection) {
  return equipmentConcerns.flatMap((concern) =>
    lasting(selection, concernFigure(concern)).map((one) => ({
      kind: 'equipment' as const,
      concern,
      ...one,
    })),
  );
}

function facility(selection: Selection) {
  return facilityConcerns.flatMap((concern) =>
    lasting(selection, facilityConcernFigure(concern)).map((one) => ({
      kind: 'facility' as const,
      concern,
      ...one,
    })),
  );
}

/** As of the last month that is over: in the running one those count already that will be a concern before it ends. */
function lasting(selection: Selection, name: string): { count: number; where: Where[] }[] {
  const last = lastOver(selection.today);
  const asOf = { ...selection, month: selection.month < last ? selection.month : last };
  const where = counted(selection, (region) => totalAt(asOf, name, [region]));
  return where.length > 0 ? [{ count: summed(where), where }] : [];
}

function suspended(selection: Selection) {
  const name = stageFigure('suspended');
  const where = counted(selection, (region) => totalAt(selection, name, [region]));
  const change = amountAt(selection, name);
  return where.length > 0 ? [{ kind: 'suspended' as const, count: summed(where), change, where }] : [];
}

function trained(selection: Selection) {
  const where = counted(selection, (region) => totalAt(selection, stageFigure('trained'), [region]));
  return where.length > 0 ? [{ kind: 'trained' as const, count: summed(where), where }] : [];
}

/** The two regions with the most facilities on their way, of those that can be reached and where none has gone live for half a year. */
function standstills(selection: Selection) {
  return regionsOf(selection)
    .map((region) => {
      const own = { ...selection, rows: [region] };
      const count = onTheWay.reduce((sum, stage) => sum + totalAt(own, stageFigure(stage)), 0);
      const last = amountsOf(own, stageFigure('live')).findLastIndex((n, at) => n > 0 && at <= selection.at);
      return { kind: 'standstill' as const, region, count, last, since: selection.months[last] };
    })
    .filter(
      ({ region, count, last }) =>
        count > 0 &&
        selection.at - last >= patience &&
        !isOutOfReach(region, selection.pack, selection.month),
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ last: _, ...concern }) => concern);
}

/** The regions looked at: what belongs to none has no facilities and no reports. */
function regionsOf({ rows, sums }: Selection): RegionCode[] {
  return rows ?? sums.regions;
}

/** The regions that have any, most first. */
function counted(selection: Selection, count: (region: RegionCode) => number): Where[] {
  return regionsOf(selection)
    .map((region) => ({ region, count: count(region) }))
    .filter((place) => place.count > 0)
    .sort((a, b) => b.count - a.count);
}

function summed(where: Where[]): number {
  return where.reduce((sum, { count }) => sum + count, 0);
}
