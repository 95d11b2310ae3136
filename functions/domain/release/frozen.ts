import type { Month } from '../calendar.ts';
import { approvedName, catalogueOf, type Counting } from '../figureCatalogue.ts';
import type { ProgressCube } from '../progress.ts';

/** What says how far the work on reports is, and is not approved itself. */
const unfinished = new Set(['reportsReceived', 'reportsOnTime', 'reportsAwaitingReview']);

/**
 * A cube as a release freezes it: up to the month, and of each figure only what is approved, under its own name. What is for
 * the ministry alone is in no release.
 */
export function frozenCube(cube: ProgressCube, month: Month, pack: Counting): ProgressCube {
  const catalogue = catalogueOf(pack);
  const months = cube.months.filter((each) => each <= month);
  const kept = months.length * cube.rows.length;
  const figures: ProgressCube['figures'] = {};
  for (const [name, column] of Object.entries(cube.figures)) {
    const figure = catalogue.get(nameOfApproved(name) ?? name);
    if (figure?.isForMinistry || unfinished.has(name)) continue;
    if (figure?.hasApproved && nameOfApproved(name) === undefined) continue;
    const own = column.slice(0, kept);
    if (own.some((amount) => amount !== 0)) figures[figure?.name ?? name] = own;
  }
  return { months, rows: cube.rows, figures: inNameOrder(figures) };
}

const prefix = approvedName('');

function nameOfApproved(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

function inNameOrder(figures: ProgressCube['figures']): ProgressCube['figures'] {
  return Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}
