import type { Contribution } from '../../functions/domain/contribution.ts';
import { cubeOf } from '../../functions/domain/progress.ts';
import { lookFrom, type Look } from '../../web/src/routes/(in)/overview/look.ts';
import { testPack } from '../support/builders.ts';

const regions = testPack.regions.map(({ code }) => code);

/** Amounts of one region and month; Lviv unless said otherwise. */
export function row(month: string, amounts: Record<string, number>, region = 'UA-46'): Contribution {
  return { region, month, amounts };
}

/** Someone looks at progress made of these rows, by this address, on 3 December 2024. */
export function look(rows: Contribution[], query = '', today = '2024-12-03'): Look {
  return lookFrom(new URLSearchParams(query), cubeOf(rows, regions), testPack, today);
}
