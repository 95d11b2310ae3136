import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { ensureInProgramme, type CountryPack } from '../countryPack.ts';
import { isInside, type Reader } from '../locationPolicy.ts';
import { Person } from '../person.ts';
import { ensure } from '../refusal.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { lineOf, textOf } from '../text.ts';
import { donationPattern } from './bounds.ts';
import { DonorId } from './donor.ts';
import {
  UnitsOfLine,
  addedTo,
  countedAtRate,
  isBehindRate,
  shareAtRate,
  takenFrom,
  unitsLeft,
  type Taken,
} from './lineUnits.ts';
import { lineWorth } from './lineWorth.ts';
import { Currency, UsdRate, isCurrency } from './money.ts';
import { PlaceId } from './place.ts';

export const DonationId = z.string().check(z.regex(donationPattern));
export type DonationId = z.infer<typeof DonationId>;

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

/** The parts that organisations have in a donation, besides the donor that funds it. */
export const organisationRoles = ['extending', 'implementing', 'counterpart'] as const;

export const mostLines = 40;

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

/** The circumstances in which an agreement is entered or edited. */
interface AgreementCase {
  pack: CountryPack;
  today: Day;
  /** Those of the named solutions that there are. */
  solutions: string[];
}

/** A donation is entered as its agreement says. */
export function registerDonation(
  ids: { donationId: DonationId; donorId: DonorId },
  agreement: Agreement,
  on: AgreementCase,
): Donation {
  // Consignments take their donation's code, and equipment of no donation has such a one.
  ensure(
    !ids.donationId.startsWith('stock-'),
    'invalid',
    'The code of a donation does not begin with "stock-".',
    {
      field: 'donationId',
    },
  );
  ensure(
    !new RegExp(`${on.pack.country}-(\\d{4,6}|W\\d{2,4})`, 'i').test(ids.donationId),
    'invalid',
    'The code of a donation does not contain that of a place: donors see it.',
    { field: 'donationId' },
  );
  const lines = checkedLines(agreement, on).map((line) => ({
    ...line,
    planned: { units: 0, usdCents: 0 },
  }));
  return { ...ids, ...checkedDays(agreement, on), version: 1, lines, consignments: 0 };
}

/** The agreement becomes this one; of what is in consignments already neither equipment nor value change. */
export function editDonation(donation: Donation, agreement: Agreement, on: AgreementCase): Donation {
  const { donationId, donorId, version, consignments, readinessOverride } = donation;
  const lines = checkedLines(agreement, on).map((line, index) =>
    editedLine(donation, line, `lines.${index}`),
  );
  const missing = donation.lines.find(
    ({ lineId, planned }) => planned.units > 0 && !lines.some((line) => line.lineId === lineId),
  );
  ensure(!missing, 'wrongState', 'Units of a line that is left out are in consignments.', { field: 'lines' });
  ensure(
    agreement.currency === donation.currency || donation.lines.every(({ planned }) => planned.units === 0),
    'wrongState',
    'Units are in consignments: the currency stays.',
    { field: 'currency' },
  );
  const days = checkedDays(agreement, on);
  return {
    donationId,
    donorId,
    ...days,
    version: version + 1,
    lines,
    consignments,
    ...(readinessOverride && { readinessOverride }),
  };
}

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

/** The agreement without its lines. Days of a pledge are the programme's; what was agreed and until when come after. */
function checkedDays(
  { lines: _, ...agreement }: Agreement,
  { pack, today }: AgreementCase,
): Omit<Agreement, 'lines'> {
  const { pledgedOn, agreedOn, endsOn, currency } = agreement;
  ensureInProgramme(pledgedOn, pack, today, 'pledgedOn');
  ensure(
    !agreedOn || (agreedOn >= pledgedOn && agreedOn <= today),
    'dateNotAllowed',
    'The day of the agreement must lie between the pledge and today.',
    { field: 'agreedOn' },
  );
  ensure(
    !endsOn || (endsOn >= (agreedOn ?? pledgedOn) && endsOn <= '2099-12-31'),
    'dateNotAllowed',
    'The end must not lie before the beginning.',
    { field: 'endsOn' },
  );
  ensure(isCurrency(currency), 'invalid', `There is no currency "${currency}".`, { field: 'currency' });
  return agreement;
}

function checkedLines(
  { lines, currency }: Agreement,
  on: AgreementCase,
): (AgreedLine & { usdCents: number })[] {
  ensure(
    new Set(lines.map(({ lineId }) => lineId)).size === lines.length,
    'invalid',
    'A line is named twice.',
    { field: 'lines' },
  );
  return lines.map((line, index) => checkedLine(line, currency, `lines.${index}`, on));
}

function checkedLine(
  line: AgreedLine,
  currency: Currency,
  field: string,
  { pack, today, solutions }: AgreementCase,
): AgreedLine & { usdCents: number } {
  const { equipmentType, solutionId } = line;
  ensure(
    pack.equipmentTypes.some(({ code }) => code === equipmentType),
    'invalid',
    `There is no equipment type "${equipmentType}".`,
    { field: `${field}.equipmentType` },
  );
  ensure(
    solutionId === undefined || solutions.includes(solutionId),
    'invalid',
    `There is no solution "${solutionId}".`,
    { field: `${field}.solutionId` },
  );
  return { ...line, usdCents: lineWorth(line, { currency, today, tooHighAt: 'unitValue' }, `${field}.`) };
}

/** What consignments have taken over from their line; it stays as it is. */
const settledFields = ['equipmentType', 'unitValue', 'usdRate', 'usdRateOn', 'solutionId'] as const;

function editedLine(
  donation: Donation,
  line: AgreedLine & { usdCents: number },
  field: string,
): DonationLine {
  const before = donation.lines.find(({ lineId }) => lineId === line.lineId);
  const planned = before?.planned ?? { units: 0, usdCents: 0 };
  if (!before || planned.units === 0) return { ...line, planned };
  const changed = settledFields.find((name) => before[name] !== line[name]);
  ensure(!changed, 'wrongState', 'Units of this line are in consignments: only its quantity can change.', {
    field: `${field}.${changed}`,
  });
  const { behind, rateCorrections } = before;
  const isEnough =
    line.quantity >= planned.units && line.usdCents >= countedAtRate({ planned, behind }).usdCents;
  ensure(isEnough, 'tooLow', `${planned.units} units are in consignments.`, { field: `${field}.quantity` });
  return { ...line, planned, ...(behind && { behind }), ...(rateCorrections && { rateCorrections }) };
}
