import { error } from '@sveltejs/kit';
import { m } from 'virtual:messages';
import { explainApi } from 'virtual:api/explain';
import { progressApi } from 'virtual:api/progress';
import type { ExplainedRecords } from '#functions/domain/explain/explainedRecord.ts';
import { openingOf } from '#functions/domain/explain/opening.ts';
import { may } from '#functions/domain/permissions.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import type { PublicReleaseHead } from '#functions/domain/release/publicRelease.ts';
import { session } from '#lib/auth/session.svelte.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { currentCube } from '#lib/progress/currentProgress.ts';
import { cubeFrom } from '#lib/progress/keptCube.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { monthOfRecords, openingFrom, scopeAsked, type AskedScope, type Opening } from './opening.ts';

/** Regions and months are in the sums that the browser has; the records of a region, or of its month, are asked for. */
export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:progress');
  const { caller } = await parent();
  const scope = scopeAsked(url.searchParams);
  // A head is told the country's sums, and nobody's aid.
  if (caller.role === 'head' && scope !== 'country') error(404);
  const [{ cube, release, keptAt }, pack] = await Promise.all([cubeOf(scope), countryPack()]);
  const opening = openingFrom(url.searchParams, cube, pack, session.today);
  if (!opening) error(404);
  const { explained } = opening;
  // Of the country those outside are told a release, which opens to regions and no further.
  const mayOpen = (row: string) =>
    (scope !== 'country' || may(caller, 'readFacility')) &&
    may(caller, ...openingOf(explained, { scope, row, country: pack.country })) &&
    (caller.role !== 'donor' || row !== pack.country || explained.source === 'donation');
  const month = monthOfRecords(opening);
  const { row } = opening;
  const records = row && month && mayOpen(row) ? recordsOf(opening, row, month) : undefined;
  await waitBriefly(records ?? Promise.resolve());
  return {
    title: m.explainTitle(),
    back: backTo(opening),
    pack,
    cube,
    release,
    keptAt,
    opening,
    mayOpen,
    records,
  };
};

/** The page whose figures these are. */
function backTo({ scope, month, row }: Opening): string {
  if (scope.startsWith('donor:')) return `/donors/${scope.slice('donor:'.length)}`;
  if (scope !== 'country') return '/equipment';
  return `/overview?${new URLSearchParams({ month, ...(row?.includes('-') && { region: row }) })}`;
}

async function cubeOf(
  scope: AskedScope,
): Promise<{ cube: ProgressCube; release?: PublicReleaseHead; keptAt?: number }> {
  if (scope === 'country') {
    const { value, keptAt } = await currentCube();
    const { release, ...cube } = cubeFrom(value);
    return { cube, ...(release && { release }), ...(keptAt !== undefined && { keptAt }) };
  }
  const query = scope === 'equipment:all' ? {} : { scope };
  const answer = await progressApi.equipment({ query, headers: {} });
  if (answer.status === 304) throw new Error('Nobody asked for a change.');
  return { cube: answer.body };
}

/** All records of a row, page after page: only all of them add up to the figure. */
async function recordsOf(
  { explained, scope }: Opening,
  row: string,
  month: string,
): Promise<Omit<ExplainedRecords, 'next'>> {
  const all: Omit<ExplainedRecords, 'next'> = { records: [], places: [] };
  let page: string | undefined;
  do {
    const { body } = await explainApi.records({
      params: { figure: explained.name },
      query: { row, month, ...(scope !== 'country' && { scope: scope }), ...(page && { page }) },
    });
    all.records.push(...body.records);
    all.places.push(...body.places);
    page = body.next;
  } while (page !== undefined);
  return all;
}
