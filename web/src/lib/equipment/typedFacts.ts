import { m } from 'virtual:messages';
import type { Day } from '#functions/domain/calendar.ts';
import { lastEquipmentDay, longestNumber, mostSerialNumbers } from '#functions/domain/equipment/bounds.ts';
import type { ConsignmentFacts } from '#functions/domain/equipment/consignment.ts';
import { factsIn } from '#functions/domain/equipment/consignmentRules.ts';
import { linePattern } from '#functions/domain/text.ts';
import { day, number } from '../i18n/format.ts';
import { isDayWithin } from '../record/typed.ts';
import { typedSerialNumbers } from './serialNumbers.ts';

/** What the form of a consignment's facts holds, as it was typed. */
export type TypedFacts = Record<keyof ConsignmentFacts, string>;

/** The form of what is known: a serial number on each line. */
export function formOfFacts({
  serialNumbers = [],
  orderNumber = '',
  accountableUntil = '',
}: ConsignmentFacts): TypedFacts {
  return { serialNumbers: serialNumbers.join('\n'), orderNumber, accountableUntil };
}

/** What has to be mended before these can be the facts of so many units, planned since a day. */
export function factFaults(typed: TypedFacts, units: number, since: Day): Partial<TypedFacts> {
  const serialNumbers = serialNumbersFault(typedSerialNumbers(typed.serialNumbers), units);
  const orderNumber = typed.orderNumber.trim();
  const { accountableUntil } = typed;
  const isDayRight = !accountableUntil || isDayWithin(accountableUntil, since, lastEquipmentDay);
  return {
    ...(serialNumbers && { serialNumbers }),
    ...(orderNumber && !isFit(orderNumber) && { orderNumber: m.numberUnfit({ which: orderNumber }) }),
    ...(!isDayRight && {
      accountableUntil: m.moveBetween({ first: day(since), last: day(lastEquipmentDay) }),
    }),
  };
}

/** The facts as the API takes them. */
export function typedFacts({ serialNumbers, orderNumber, accountableUntil }: TypedFacts): ConsignmentFacts {
  return factsIn({
    serialNumbers: typedSerialNumbers(serialNumbers),
    orderNumber: orderNumber.trim(),
    accountableUntil,
  });
}

function serialNumbersFault(serialNumbers: string[], units: number): string | undefined {
  const most = Math.min(units, mostSerialNumbers);
  if (serialNumbers.length > most) return m.serialNumbersMost({ most: number(most) });
  const unfit = serialNumbers.find((one) => !isFit(one));
  if (unfit) return m.numberUnfit({ which: unfit });
  const twice = serialNumbers.find((one, index) => serialNumbers.indexOf(one) < index);
  return twice && m.serialNumberTwice({ which: twice });
}

const isFit = (text: string): boolean => text.length <= longestNumber && linePattern.test(text);
