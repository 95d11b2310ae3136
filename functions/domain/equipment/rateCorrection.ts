import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { ensure } from '../refusal.ts';
import { lineOf } from '../text.ts';
import type { Consignment } from './consignment.ts';
import { lineIn, withLine, type Donation } from './donation.ts';
import { isBehindRate, shareAtRate, takenFrom } from './lineUnits.ts';
import { lineWorth } from './lineWorth.ts';
import { UsdRate } from './money.ts';

/** The rate that a line should have had, and why it had another. */
export const RateCorrection = z.strictObject({ usdRate: UsdRate, usdRateOn: Day, reason: lineOf(200) });
export type RateCorrection = z.infer<typeof RateCorrection>;

/**
 * A line has had a wrong rate: from now on it is worth what it is at the right one. Its consignments still count with
 * the old one, each until it follows.
 */
export function correctRate(
  donation: Donation,
  lineId: string,
  { usdRate, usdRateOn }: Omit<RateCorrection, 'reason'>,
  today: Day,
): Donation {
  const line = lineIn(donation, lineId);
  const isSameRate = Number(usdRate) === Number(line.usdRate);
  ensure(!isSameRate || usdRateOn !== line.usdRateOn, 'invalid', 'This is the rate that the line has.', {
    field: 'usdRate',
  });
  const rated = { ...line, usdRate, usdRateOn };
  const { currency } = donation;
  const usdCents = lineWorth(rated, { currency, today, tooHighAt: 'usdRate' });
  if (isSameRate) return withLine(donation, rated);
  const rateCorrections = (line.rateCorrections ?? 0) + 1;
  return withLine(donation, { ...rated, usdCents, rateCorrections, behind: line.planned });
}

/** A consignment counts with the present rate of its line; what becomes of the donation with it. */
export function followRate(
  donation: Donation,
  consignment: Consignment,
): { donation: Donation; consignment: Consignment } {
  const { source, units } = consignment;
  ensure(source.kind === 'donation', 'wrongState', 'These units are of no donation.');
  const line = lineIn(donation, source.lineId);
  const { behind, rateCorrections } = line;
  const isLeft = behind && isBehindRate(line, consignment);
  ensure(isLeft, 'wrongState', 'These units count with the present rate already.');
  const usdCents = shareAtRate(line, units);
  const planned = takenFrom(line.planned, { units: 0, usdCents: consignment.usdCents - usdCents });
  return {
    donation: withLine(donation, { ...line, planned, behind: takenFrom(behind, consignment) }),
    consignment: {
      ...consignment,
      usdCents,
      ...(rateCorrections && { rateCorrections }),
      version: consignment.version + 1,
    },
  };
}
