import type { Day } from '#functions/domain/calendar.ts';
import { mostUnits } from '#functions/domain/equipment/bounds.ts';
import type { AgreedLine, DonationLine } from '#functions/domain/equipment/donation.ts';
import { usdCents, type Currency } from '#functions/domain/equipment/money.ts';
import { typedDecimal } from '#lib/money/typedDecimal.ts';
import { minorUnitsIn, rateIn, typedAmount } from '#lib/money/typedMoney.ts';
import { isDayWithin, rebased } from '#lib/record/typed.ts';

/** A line of an agreement as it was typed. */
export interface TypedLine {
  lineId: string;
  equipmentType: string;
  quantity: string;
  unitValue: string;
  usdRate: string;
  usdRateOn: string;
  solutionId: string;
  /** How many units are in consignments: then only the quantity can change. */
  planned: number;
}

/** A further line, with the rate of the one before it. */
export function emptyLine(lines: TypedLine[]): TypedLine {
  const { usdRate = '', usdRateOn = '' } = lines.at(-1) ?? {};
  const lineId = `l${crypto.randomUUID().slice(0, 6)}`;
  return {
    lineId,
    equipmentType: '',
    quantity: '',
    unitValue: '',
    usdRate,
    usdRateOn,
    solutionId: '',
    planned: 0,
  };
}

/** A line as it would be typed. */
export function typedLine(line: DonationLine, currency: Currency): TypedLine {
  const { lineId, equipmentType, quantity, unitValue, usdRate, usdRateOn, solutionId = '', planned } = line;
  return {
    lineId,
    equipmentType,
    quantity: String(quantity),
    unitValue: typedAmount(unitValue, currency),
    usdRate: typedDecimal(usdRate),
    usdRateOn,
    solutionId,
    planned: planned.units,
  };
}

const mostUnitValue = 100_000_000_000n;
/** No rate is of an earlier day. */
export const firstRateDay: Day = '2000-01-01';

/** The fields of a line that are not right yet. */
export function faultsOfLine(line: TypedLine, currency: Currency, today: Day): string[] {
  const quantity = quantityIn(line);
  const unitValue = minorUnitsIn(line.unitValue, currency);
  const isDollar = currency === 'USD';
  const isRight: Record<string, boolean> = {
    equipmentType: line.equipmentType !== '',
    quantity: quantity !== undefined && quantity >= Math.max(1, line.planned) && quantity <= mostUnits,
    unitValue: unitValue !== undefined && unitValue <= mostUnitValue,
    usdRate: isDollar || rateIn(line.usdRate) !== undefined,
    usdRateOn: isDollar || isDayWithin(line.usdRateOn, firstRateDay, today),
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The line as the API takes it; nothing in it is faulty. */
export function lineOf(
  line: TypedLine,
  { currency, pledgedOn }: { currency: Currency; pledgedOn: Day },
): AgreedLine {
  const { lineId, equipmentType, usdRateOn, solutionId } = line;
  const isDollar = currency === 'USD';
  return {
    lineId,
    equipmentType,
    quantity: quantityIn(line) ?? 0,
    unitValue: Number(minorUnitsIn(line.unitValue, currency) ?? 0n),
    usdRate: isDollar ? '1' : (rateIn(line.usdRate) ?? ''),
    usdRateOn: isDollar ? usdRateOn || pledgedOn : usdRateOn,
    ...(solutionId && { solutionId }),
  };
}

/** What a line is worth in minor units of its currency, and in US cents where its rate is known. */
export interface LineValue {
  minorUnits: bigint;
  usdCents?: bigint;
}

/** The value of a line as far as it is typed. */
export function lineValue(line: TypedLine, currency: Currency): LineValue | undefined {
  const [quantity, unitValue] = [quantityIn(line), minorUnitsIn(line.unitValue, currency)];
  if (quantity === undefined || unitValue === undefined) return undefined;
  const minorUnits = BigInt(quantity) * unitValue;
  const rate = currency === 'USD' ? '1' : rateIn(line.usdRate);
  return { minorUnits, ...(rate && { usdCents: usdCents(minorUnits, currency, rate) }) };
}

/** What all lines are worth; in US cents only where every rate is known. */
export function totalValue(lines: TypedLine[], currency: Currency): LineValue | undefined {
  const values = lines.map((line) => lineValue(line, currency));
  return values.reduce<LineValue | undefined>((sum, value) => sum && value && added(sum, value), {
    minorUnits: 0n,
    usdCents: 0n,
  });
}

function added(sum: LineValue, value: LineValue): LineValue {
  const isKnown = sum.usdCents !== undefined && value.usdCents !== undefined;
  return {
    minorUnits: sum.minorUnits + value.minorUnits,
    ...(isKnown && { usdCents: (sum.usdCents ?? 0n) + (value.usdCents ?? 0n) }),
  };
}

/** Lines that were typed on top of others: what the other made of a line stays, but for the fields that were touched here. */
export function mergedLines(typed: TypedLine[], begun: TypedLine[], current: TypedLine[]): TypedLine[] {
  const before = new Map(begun.map((line) => [line.lineId, line]));
  const mine = new Map(typed.map((line) => [line.lineId, line]));
  const there = current.flatMap((line) => {
    const [own, first] = [mine.get(line.lineId), before.get(line.lineId)];
    // What is in consignments meanwhile keeps all but its quantity.
    const touched = own && first && line.planned > 0 ? { ...first, quantity: own.quantity } : own;
    if (touched && first) return [rebased(touched, first, line)];
    // Taken out here, unless units of it went into consignments meanwhile; or new there.
    return first && line.planned === 0 ? [] : [line];
  });
  return [...there, ...typed.filter(({ lineId }) => !before.has(lineId))];
}

function quantityIn({ quantity }: TypedLine): number | undefined {
  const digits = quantity.replace(/\s/g, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}
