import * as z from 'zod/mini';
import { shareOf } from './money.ts';

/** Units of a line, and what they count for in US cents. */
export const UnitsOfLine = z.strictObject({ units: z.int().check(z.minimum(0)), usdCents: z.int() });
export type UnitsOfLine = z.infer<typeof UnitsOfLine>;

/** Units of a line that are in a consignment, and how many corrections of its rate they count with. */
export interface Taken extends UnitsOfLine {
  rateCorrections?: number | undefined;
}

/** As much of a line as its units are counted by. */
interface Line {
  quantity: number;
  usdCents: number;
  planned: UnitsOfLine;
  behind?: UnitsOfLine | undefined;
  rateCorrections?: number | undefined;
}

/** How many units of a line are in no consignment yet. */
export function unitsLeft({ quantity, planned }: Pick<Line, 'quantity' | 'planned'>): number {
  return quantity - planned.units;
}

/** Whether such units count with a rate that was corrected since. */
export function isBehindRate(
  line: Pick<Line, 'rateCorrections'>,
  { rateCorrections = 0 }: Pick<Taken, 'rateCorrections'>,
): boolean {
  return rateCorrections < (line.rateCorrections ?? 0);
}

/** What so many units are worth at the line's present rate: their share of what does not count with it yet. */
export function shareAtRate(line: Line, units: number): number {
  const counted = countedAtRate(line);
  return shareOf(line.usdCents - counted.usdCents, line.quantity - counted.units, units);
}

/** What is in consignments that count with the line's present rate. */
export function countedAtRate({ planned, behind }: Pick<Line, 'planned' | 'behind'>): UnitsOfLine {
  return behind ? takenFrom(planned, behind) : planned;
}

/** Units and what they count for, added up. */
export const addedTo = (all: UnitsOfLine, more: UnitsOfLine): UnitsOfLine => ({
  units: all.units + more.units,
  usdCents: all.usdCents + more.usdCents,
});

/** What is left of units once others are taken away. */
export const takenFrom = (all: UnitsOfLine, { units, usdCents }: UnitsOfLine): UnitsOfLine =>
  addedTo(all, { units: -units, usdCents: -usdCents });
