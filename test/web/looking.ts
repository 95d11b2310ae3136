import type { Contribution } from '../../functions/domain/contribution.ts';
import { regionCodes } from '../../functions/domain/countryPack.ts';
import { cubeOf, ProgressSums } from '../../functions/domain/progress.ts';
import { lookFrom, type Look } from '../../web/src/routes/(in)/overview/look.ts';
import { testPack } from '../support/builders.ts';

/** Amounts of one row and month of the country's progress; Lviv's unless said otherwise. */
export function row(month: string, amounts: Record<string, number>, of = 'UA-46'): Contribution {
  return { scope: 'country', row: of, month, amounts };
}

/** Progress made of these rows, in the regions that the reader sees. */
export function sumsOf(rows: Contribution[], regions = regionCodes(testPack)): ProgressSums {
  return new ProgressSums(cubeOf(rows, regions), testPack);
}

/** Someone looks at progress made of these rows, by this address, on 3 December 2024. */
export function look(rows: Contribution[], query = '', today = '2024-12-03'): Look {
  return lookFrom(new URLSearchParams(query), sumsOf(rows), testPack, today);
}
