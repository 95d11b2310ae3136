import { planDays } from '#functions/domain/plan/planDays.ts';
import { isDayWithin } from '#lib/record/typed.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Figure } from '#functions/domain/figureCatalogue.ts';
import { isLowered } from '#functions/domain/plan/lowered.ts';
import type { Target, TargetLine } from '#functions/domain/plan/target.ts';
import { perUnit } from '#lib/plan/unit.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  grain: 'regions' | 'nation';
  /** In order; the first is where it stood. */
  days: string[];
  /** By row, a value for each of the days; empty where there is none. */
  values: Record<string, string[]>;
  reason: string;
}

/** The rows of a grain. */
export function rowsOf(grain: Typed['grain'], { regions }: Pick<CountryPack, 'regions'>): string[] {
  return grain === 'nation' ? ['nation'] : [...regions.map(({ code }) => code), 'unassigned'];
}

/** The form of a target that there is, or of one without lines. */
export function formOf({ lines }: Pick<Target, 'lines'>, figure: Pick<Figure, 'unit'>): Typed {
  const days = [...new Set(lines.flatMap(({ planned }) => planned.map(({ day }) => day)))].sort();
  const textAt = ({ planned }: TargetLine, day: string) => {
    const value = planned.find((one) => one.day === day)?.value;
    return value === undefined ? '' : String(value / perUnit(figure));
  };
  return {
    grain: lines.some(({ row }) => row === 'nation') ? 'nation' : 'regions',
    days: days.length > 0 ? days : ['', ''],
    values: Object.fromEntries(lines.map((line) => [line.row, days.map((day) => textAt(line, day))])),
    reason: '',
  };
}

/** What was typed, as the API takes it: the rows of the chosen grain in which there is anything. */
export function linesOf(
  typed: Typed,
  figure: Pick<Figure, 'unit'>,
  pack: Pick<CountryPack, 'regions'>,
): TargetLine[] {
  return rowsOf(typed.grain, pack).flatMap((row) => {
    const planned = typed.days.flatMap((day, at) => {
      const text = textIn(typed, row, at);
      return text === '' ? [] : [{ day, value: Number(text) * perUnit(figure) }];
    });
    return planned.length > 0 ? [{ row, planned }] : [];
  });
}

const textIn = ({ values }: Typed, row: string, at: number) => (values[row]?.[at] ?? '').replace(/\s/g, '');

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(
  typed: Typed,
  figure: Pick<Figure, 'kind' | 'unit'>,
  pack: Pick<CountryPack, 'regions' | 'programmeStart'>,
  before: readonly TargetLine[] = [],
): string[] {
  const { days } = typed;
  const { kind } = figure;
  const { first, last } = planDays(pack);
  const areDays = days.every((day, at) => isDayWithin(day, first, last) && day > (days[at - 1] ?? ''));
  const isRight = (row: string) => {
    const texts = days.map((_, at) => textIn(typed, row, at));
    const values = texts.filter(Boolean).map(Number);
    const isWhole = texts.every((text) => /^\d{0,12}$/.test(text));
    const rises = kind === 'level' || values.every((value, at) => value >= (values[at - 1] ?? 0));
    return values.length === 0 || (isWhole && rises && texts[0] !== '');
  };
  const faults = [
    ...(areDays ? [] : ['days']),
    ...(rowsOf(typed.grain, pack).every(isRight) ? [] : ['lines']),
  ];
  if (faults.length > 0 || typed.reason.trim()) return faults;
  return isLowered(before, linesOf(typed, figure, pack)) ? ['reason'] : [];
}
