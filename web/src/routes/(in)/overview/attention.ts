import { daysFrom, dueOn, isOver, type Month } from '#functions/domain/calendar.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { stageFigure } from '#functions/domain/figureCatalogue.ts';
import { completenessAt } from '#lib/progress/completeness.ts';
import { amountsOf, lastOver, valueNow } from '#lib/progress/series.ts';
import { amountAt, totalAt, type Look } from './look.ts';

/** Something that asks for attention, in figures; the words and the list behind it are the page's. */
export type Concern =
  /** Facilities that have not reported a month; `days` are left until it is due, or negative since. */
  | { kind: 'missing'; month: Month; count: number; days: number; where: Where[] }
  | { kind: 'behind'; region: RegionCode; received: number; expected: number }
  | { kind: 'waiting'; count: number; where: Where[] }
  | { kind: 'suspended'; count: number; change: number; where: Where[] }
  | { kind: 'trained'; count: number; where: Where[] }
  /** Facilities are on their way in the region, and none has gone live for months. */
  | { kind: 'standstill'; region: RegionCode; count: number; since: Month | undefined };

/** How many there are in a region. */
export interface Where {
  region: RegionCode;
  count: number;
}

const most = 7;
const patience = 6;
const onTheWay = ['planned', 'connected', 'equipped', 'trained'] as const;

/** What asks for attention as of the chosen month, most urgent first, never more than seven. */
export function concernsOf(look: Look): Concern[] {
  const reports = missing(look);
  const late = reports.filter(({ days }) => days < 0);
  const due = reports.filter(({ days }) => days >= 0);
  const lagging = behind(look);
  return [
    ...late,
    ...(due.length === 0 ? lagging : []),
    ...waiting(look),
    ...due,
    ...(due.length === 0 ? [] : lagging),
    ...suspended(look),
    ...standstills(look),
    ...trained(look),
  ].slice(0, most);
}

/** The chosen month and the one before it. */
function missing(look: Look) {
  return [look.at, look.at - 1].flatMap((at) => {
    const month = look.months[at];
    if (!month || !isOver(month, look.today)) return [];
    const where = counted(look, (region) => completenessAt(look, month, [region]).missing);
    const days = daysFrom(look.today, dueOn(month, look.pack.dueDay));
    return where.length > 0 ? [{ kind: 'missing' as const, month, count: summed(where), days, where }] : [];
  });
}

/** The two regions that miss the most reports, where far fewer are in than elsewhere. */
function behind(look: Look) {
  const country = completenessAt(look, look.month, look.sums.rows);
  const usual = country.received / Math.max(1, country.expected);
  return regionsOf(look)
    .map((region) => ({ region, ...completenessAt(look, look.month, [region]) }))
    .filter(({ expected, received }) => expected >= 5 && received / expected < 0.75 * usual)
    .sort((a, b) => b.missing - a.missing)
    .slice(0, 2)
    .map(({ region, received, expected }) => ({ kind: 'behind' as const, region, received, expected }));
}

/** All that wait now, of any month: who reviews them finds them all in one list. Beside a month long past it would be out of place. */
function waiting(look: Look) {
  if (look.month < lastOver(look.today)) return [];
  const { sums } = look;
  const where = counted(look, (region) => valueNow({ sums, rows: [region] }, 'reportsAwaitingReview'));
  return where.length > 0 ? [{ kind: 'waiting' as const, count: summed(where), where }] : [];
}

function suspended(look: Look) {
  const name = stageFigure('suspended');
  const where = counted(look, (region) => totalAt(look, name, [region]));
  const change = amountAt(look, name);
  return where.length > 0 ? [{ kind: 'suspended' as const, count: summed(where), change, where }] : [];
}

function trained(look: Look) {
  const where = counted(look, (region) => totalAt(look, stageFigure('trained'), [region]));
  return where.length > 0 ? [{ kind: 'trained' as const, count: summed(where), where }] : [];
}

/** The two regions with the most facilities on their way, of those where none has gone live for half a year. */
function standstills(look: Look) {
  return regionsOf(look)
    .map((region) => {
      const own = { ...look, rows: [region] };
      const count = onTheWay.reduce((sum, stage) => sum + totalAt(own, stageFigure(stage)), 0);
      const last = amountsOf(own, stageFigure('live')).findLastIndex((n, at) => n > 0 && at <= look.at);
      return { kind: 'standstill' as const, region, count, last, since: look.months[last] };
    })
    .filter(({ count, last }) => count > 0 && look.at - last >= patience)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ last: _, ...concern }) => concern);
}

/** The regions looked at: what belongs to none has no facilities and no reports. */
function regionsOf({ rows, sums }: Look): RegionCode[] {
  return rows ?? sums.regions;
}

/** The regions that have any, most first. */
function counted(look: Look, count: (region: RegionCode) => number): Where[] {
  return regionsOf(look)
    .map((region) => ({ region, count: count(region) }))
    .filter((place) => place.count > 0)
    .sort((a, b) => b.count - a.count);
}

function summed(where: Where[]): number {
  return where.reduce((sum, { count }) => sum + count, 0);
}
