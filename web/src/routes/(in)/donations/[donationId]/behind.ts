import type { Donation, DonationLine } from '#functions/domain/equipment/donation.ts';
import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { isBehindRate } from '#functions/domain/equipment/lineUnits.ts';

/** How many units of a line still count with a rate that was corrected since. */
export function behindIn({ lines }: Pick<Donation, 'lines'>, lineId: string): number {
  return lines.find((line) => line.lineId === lineId)?.behind?.units ?? 0;
}

/** How many consignments of a line still count with a rate that was corrected since, and how many there are. */
export function consignmentsBehind(
  line: Pick<DonationLine, 'lineId' | 'rateCorrections'>,
  consignments: ConsignmentRow[],
): { n: number; all: number } {
  const own = consignments.filter(
    ({ source }) => source.kind === 'donation' && source.lineId === line.lineId,
  );
  return { n: own.filter((one) => isBehindRate(line, one)).length, all: own.length };
}
