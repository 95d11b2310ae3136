import type { Day } from '../calendar.ts';

// Without schemas, for the browser's forms.

/** No event is of an earlier day: an earlier year is mistyped. */
export const firstEquipmentDay: Day = '2000-01-01';
/** Nobody answers for equipment longer: a later year is mistyped. */
export const lastEquipmentDay: Day = '2099-12-31';
/** How many units are told of at once. */
export const mostUnits = 100_000;
/** How many serial numbers one record carries. */
export const mostSerialNumbers = 200;
/** The longest serial number, or number of an order. */
export const longestNumber = 60;
/** How many rows of an import one request brings: all of one place, with their history and progress, they fit one transaction. */
export const mostStockRows = 6;
/** The code of a donation, chosen by who enters it. */
export const donationPattern = /^[a-z][a-z0-9-]{2,39}$/;
