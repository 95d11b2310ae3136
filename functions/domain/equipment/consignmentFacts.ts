import type { Day } from '../calendar.ts';
import { ensure } from '../refusal.ts';
import { firstEquipmentDay, lastEquipmentDay } from './bounds.ts';
import type { Consignment, ConsignmentFacts } from './consignment.ts';
import { stepsOf } from './standing.ts';

/** Since when the units are planned; undefined where all that was told of them is struck out. */
export function plannedOn(consignment: Pick<Consignment, 'log'>): Day | undefined {
  return stepsOf(consignment)[0]?.event.date;
}

/** The facts that are told; an empty list tells none. */
export function factsIn({
  serialNumbers,
  orderNumber,
  accountableUntil,
}: ConsignmentFacts): ConsignmentFacts {
  return {
    ...(serialNumbers && serialNumbers.length > 0 && { serialNumbers }),
    ...(orderNumber && { orderNumber }),
    ...(accountableUntil && { accountableUntil }),
  };
}

/** Refuses a day that nobody can mean. */
export function ensureAccountable({ accountableUntil }: ConsignmentFacts, first = firstEquipmentDay): void {
  ensure(
    !accountableUntil || (accountableUntil >= first && accountableUntil <= lastEquipmentDay),
    'dateNotAllowed',
    `The day must lie between ${first} and ${lastEquipmentDay}.`,
    { field: 'accountableUntil' },
  );
}

/** These are the facts from now on: what they leave out is not known any more. */
export function correctFacts(consignment: Consignment, facts: ConsignmentFacts): Consignment {
  const since = plannedOn(consignment);
  ensure(since, 'wrongState', 'This consignment was a mistake and is struck out.');
  ensureSerialNumbers(facts, consignment);
  ensureAccountable(facts, since);
  const { serialNumbers: _, orderNumber: __, accountableUntil: ___, ...others } = consignment;
  return { ...others, ...factsIn(facts), version: consignment.version + 1 };
}

/** Each unit has at most one, and no two the same. */
function ensureSerialNumbers({ serialNumbers = [] }: ConsignmentFacts, { units }: Consignment): void {
  const field = 'serialNumbers';
  const isEachOnce = new Set(serialNumbers).size === serialNumbers.length;
  ensure(isEachOnce, 'invalid', 'A serial number is named twice.', { field });
  ensure(serialNumbers.length <= units, 'tooHigh', `Only ${units} units are in this consignment.`, { field });
}
