import type { CountryPack } from '#functions/domain/countryPack.ts';
import { setTarget, type Target, type TargetLine } from '#functions/domain/plan/target.ts';
import { Refusal } from '#functions/domain/refusal.ts';
import { perUnit } from '#lib/plan/unit.ts';
import { figureOf } from '#lib/progress/figures.ts';
import type { Told } from '../importKind.ts';
import type { TargetRow } from './targetRows.ts';

type Refused = NonNullable<Told['refused']>;

/** A figure's target as the rows of a file leave it, or why they cannot. */
export interface Tried {
  figure: string;
  lines: TargetLine[];
  reason?: string;
  /** Of the rows, in their order. */
  told: Told[];
}

/** What a file leaves of a figure's target: its rows over what is there; what it does not name stays. */
export function mergedLines(before: TargetLine[], rows: TargetRow[]): TargetLine[] {
  const byRow = new Map(
    before.map(({ row, planned }) => [row, new Map(planned.map((one) => [one.day, one.value]))]),
  );
  for (const { row, day, value } of rows)
    byRow.set(row, (byRow.get(row) ?? new Map<string, number>()).set(day, value));
  return [...byRow].map(([row, values]) => ({
    row,
    planned: [...values].map(([day, value]) => ({ day, value })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  }));
}

/** Tries the rows of one figure by the rule that the function keeps to: they are set together, or none of them is. */
export function tried(before: Target | undefined, rows: TargetRow[], pack: CountryPack): Tried {
  const figure = rows[0]?.figure ?? '';
  const lines = mergedLines(before?.lines ?? [], rows);
  const reason = rows.find((row) => row.reason)?.reason;
  const plan = { figure, lines, ...(reason && { reason }) };
  try {
    setTarget(before, { figure, lines }, { pack, reason });
    const unit = perUnit(figureOf(figure, pack));
    return { ...plan, told: rows.map((row) => changeOf(before, row, unit)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      ...plan,
      told: rows.map((row) => ({ outcome: 'refused', refused: refusedRow(error, row, rows, lines) })),
    };
  }
}

/** What a row changes, as the file has it: money in dollars. */
function changeOf(before: Target | undefined, { row, day, value }: TargetRow, unit: number): Told {
  const line = before?.lines.find((one) => one.row === row);
  const from = line?.planned.find((one) => one.day === day)?.value;
  if (from === undefined) return { outcome: 'new' };
  if (from === value) return { outcome: 'unchanged' };
  return { outcome: 'changed', changes: [{ field: 'value', from: from / unit, to: value / unit }] };
}

/** Where the refusal names a line, and a day of it, it is told of its rows, and of the others that they wait for them. */
function refusedRow(
  { code, message, details }: Refusal,
  { row, day }: TargetRow,
  rows: TargetRow[],
  lines: TargetLine[],
): Refused {
  const [top, at, part, index, field] = (details?.field ?? '').split('.');
  const said = { code, detail: message };
  // Every row has one of the two.
  if (code === 'mixedGrains') return { ...said, field: 'row' };
  if (top !== 'lines' || at === undefined) return { ...said, ...(top && { field: top }) };
  const line = lines[Number(at)];
  // Between a day of the file and one that was there, the file's is told.
  const days =
    index === undefined ? [] : [Number(index), Number(index) - 1].map((one) => line?.planned[one]?.day);
  const named = days.find((one) => rows.some((other) => other.row === line?.row && other.day === one));
  if (line?.row !== row || (named ?? day) !== day) return { ...said, code: 'wrongState', field: 'figure' };
  if (part === 'row') return { ...said, field: 'row' };
  return { ...said, field: field ?? 'day' };
}
