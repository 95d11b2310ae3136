import type { Contribution } from '../../../functions/domain/contribution.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { cubeOf, ProgressSums } from '../../../functions/domain/progress.ts';
import { selectionFrom, type Selection } from '../../../web/src/routes/(in)/overview/selection.ts';
import { testPack } from '../../support/builders.ts';

/** Amounts of one row and month of the country's progress; Lviv's unless said otherwise. */
export function row(month: string, amounts: Record<string, number>, of = 'UA-46'): Contribution {
  return { scope: 'country', row: of, month, amounts };
}

/** Progress made of these rows, in the regions that the reader sees. */
export function sumsOf(rows: Contribution[], regions = regionCodes(testPack)): ProgressSums {
  return new ProgressSums(cubeOf(rows, regions), testPack);
}

/** Someone looks at progress made of these rows, by this address, on 3 December 2024. */
export function selection(rows: Contribution[], query = '', today = '2024-12-03'): Selection {
  return selectionFrom(new URLSearchParams(query), sumsOf(rows), testPack, today);
}

/** The same where Odesa cannot be reached from that day on. */
export function withoutOdesa(shown: Selection, outOfReachSince = '2024-11-05'): Selection {
  const regions = shown.pack.regions.map((one) => (one.code === 'UA-51' ? { ...one, outOfReachSince } : one));
  return { ...shown, pack: { ...shown.pack, regions } };
}
