import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { IatiTerms } from '../iati/terms.ts';
import { isInside, type Reader } from '../locationPolicy.ts';
import { Person } from '../person.ts';
import { ensure } from '../refusal.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { lineOf, textOf } from '../text.ts';
import { DonationId, DonorId } from './giverIds.ts';
import {
  UnitsOfLine,
  addedTo,
  isBehindRate,
  shareAtRate,
  takenFrom,
  unitsLeft,
  type Taken,
} from './lineUnits.ts';
import { Currency, UsdRate } from './money.ts';
import { PlaceId } from './place.ts';

export const LineId = z.string().check(z.regex(/^[a-z][a-z0-9]{0,11}$/));

/** What the agreement says of one type of equipment. */
export const AgreedLine = z.strictObject({
  lineId: LineId,
  equipmentType: z.string(),
  quantity: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** In minor units of the donation's currency. */
  unitValue: z.int().check(z.minimum(0), z.maximum(100_000_000_000)),
  /** US dollars for one unit of the currency on `usdRateOn`; both stay as they are. */
  usdRate: UsdRate,
  usdRateOn: Day,
  /** The solution for which the equipment is given. */
  solutionId: z.optional(SolutionId),
});
export type AgreedLine = z.infer<typeof AgreedLine>;

/** A line with its value, and what of it is in consignments. */
export const DonationLine = z.extend(AgreedLine, {
  usdCents: z.int(),
  planned: UnitsOfLine,
  /** Those of them that still count with a rate that was corrected since; absent where there are none. */
  behind: z.optional(UnitsOfLine),
  /** How often its rate was corrected. */
  rateCorrections: z.optional(z.int().check(z.minimum(1))),
});
export type DonationLine = z.infer<typeof DonationLine>;

/** The parts that organisations have in a donation, besides the donor that funds it, alone or with others. */
export const organisationRoles = ['funding', 'extending', 'implementing', 'counterpart'] as const;

export const mostLines = 40;
/** How many types and solutions the lines name together: each counts on its own, before and after an edit, in one transaction. */
export const mostNamed = 40;

/** An agreement as it is typed. */
export const Agreement = z.strictObject({
  title: lineOf(200),
  /** What the donor calls the agreement. */
  reference: z.optional(lineOf(100)),
  pledgedOn: Day,
  agreedOn: z.optional(Day),
  endsOn: z.optional(Day),
  organisations: z.optional(
    z.array(z.strictObject({ role: z.enum(organisationRoles), name: lineOf(200) })).check(z.maxLength(20)),
  ),
  currency: Currency,
  lines: z.array(AgreedLine).check(z.minLength(1), z.maxLength(mostLines)),
  note: z.optional(textOf(0, 1000)),
  iati: z.optional(IatiTerms),
});
export type Agreement = z.infer<typeof Agreement>;

/** Why its units may go to places that are not ready, as whoever answers for the country has said. */
export const ReadinessOverride = z.strictObject({ reason: textOf(3, 500), by: Person, on: Day });
export type ReadinessOverride = z.infer<typeof ReadinessOverride>;

/** What a donor has agreed to give. */
export const Donation = z.extend(Agreement, {
  donationId: DonationId,
  donorId: DonorId,
  version: z.int().check(z.minimum(1)),
  lines: z.array(DonationLine).check(z.minLength(1)),
  /** How many consignments were made of it: the next one's number follows. */
  consignments: z.int().check(z.minimum(0)),
  readinessOverride: z.optional(ReadinessOverride),
});
export type Donation = z.infer<typeof Donation>;

/** Where units of a line are to go. */
export const PlannedRow = z.strictObject({
  placeId: PlaceId,
  units: z.int().check(z.minimum(1), z.maximum(100_000)),
});

/** Units of a line planned for places. */
export const DonationPlan = z.strictObject({
  lineId: LineId,
  date: Day,
  accountableUntil: z.optional(Day),
  orderNumber: z.optional(lineOf(60)),
  rows: z.array(PlannedRow).check(z.minLength(1), z.maxLength(50)),
});
export type DonationPlan = z.infer<typeof DonationPlan>;

/** The donation as a reader may see it: the agreement, and to those outside no word and no person of the ministry's own. */
export function donationSeenBy(reader: Reader, donation: Donation): Donation {
  if (isInside(reader)) return donation;
  const { note: _, readinessOverride: __, ...agreed } = donation;
  return agreed;
}

/** Takes units of a line for a consignment; answers the donation as it is then, and what the units are worth. */
export function takeUnits(
  donation: Donation,
  lineId: string,
  units: number,
): { after: Donation; line: DonationLine; usdCents: number } {
  const line = lineIn(donation, lineId);
  const left = unitsLeft(line);
  ensure(units <= left, 'tooHigh', `Only ${left} units of this line are left.`, { field: 'units' });
  const cents = shareAtRate(line, units);
  const planned = addedTo(line.planned, { units, usdCents: cents });
  const after = withLine(donation, { ...line, planned });
  return { after: { ...after, consignments: donation.consignments + 1 }, line, usdCents: cents };
}

/** Gives units back to their line: their consignment was a mistake. */
export function giveBack(donation: Donation, lineId: string, taken: Taken): Donation {
  const line = lineIn(donation, lineId);
  return withLine(donation, {
    ...line,
    planned: takenFrom(line.planned, taken),
    ...(isBehindRate(line, taken) && line.behind && { behind: takenFrom(line.behind, taken) }),
  });
}

/** A line of the donation; refuses as missing what is none. */
export function lineIn({ lines }: Donation, lineId: string): DonationLine {
  const line = lines.find((one) => one.lineId === lineId);
  ensure(line, 'notFound', 'The donation has no such line.', { field: 'lineId' });
  return line;
}

/** The donation with the line in the place of what it was; a line of which nothing is behind does not speak of it. */
export function withLine(donation: Donation, { behind, ...line }: DonationLine): Donation {
  const changed = { ...line, ...(behind && behind.units > 0 && { behind }) };
  const lines = donation.lines.map((one) => (one.lineId === line.lineId ? changed : one));
  return { ...donation, lines, version: donation.version + 1 };
}
