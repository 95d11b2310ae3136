import type { Day } from '../calendar.ts';
import { ensureInProgramme, type CountryPack } from '../countryPack.ts';
import { checkIatiTerms } from '../iati/terms.ts';
import { ensure } from '../refusal.ts';
import { lastEquipmentDay } from './bounds.ts';
import { mostNamed, type AgreedLine, type Agreement, type Donation, type DonationLine } from './donation.ts';
import type { DonationId, DonorId } from './giverIds.ts';
import { countedAtRate } from './lineUnits.ts';
import { lineWorth } from './lineWorth.ts';
import { isCurrency, type Currency } from './money.ts';

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

/** The agreement without its lines. Days of a pledge are the programme's; what was agreed and until when come after. */
function checkedDays(
  { lines: _, ...agreement }: Agreement,
  { pack, today }: AgreementCase,
): Omit<Agreement, 'lines'> {
  const { pledgedOn, agreedOn, endsOn, currency, iati = {} } = agreement;
  ensureInProgramme(pledgedOn, pack, today, 'pledgedOn');
  ensure(
    !agreedOn || (agreedOn >= pledgedOn && agreedOn <= today),
    'dateNotAllowed',
    'The day of the agreement must lie between the pledge and today.',
    { field: 'agreedOn' },
  );
  ensure(
    !endsOn || (endsOn >= (agreedOn ?? pledgedOn) && endsOn <= lastEquipmentDay),
    'dateNotAllowed',
    'The end must not lie before the beginning.',
    { field: 'endsOn' },
  );
  ensure(isCurrency(currency), 'invalid', `There is no currency "${currency}".`, { field: 'currency' });
  checkIatiTerms(iati);
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
  const named = new Set(
    lines.flatMap(({ equipmentType, solutionId }) => [equipmentType, `for ${solutionId}`]),
  );
  ensure(
    named.size <= mostNamed,
    'invalid',
    `The lines name more than ${mostNamed} types and solutions: enter two donations.`,
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
