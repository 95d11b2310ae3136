import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { valueNow } from '#lib/progress/series.ts';
import { keyOf } from './order.ts';
import { waitingIn, waitingOne, type Waiting } from './waiting.ts';
import { WaitingList } from './waitingList.svelte.ts';

/** The queue of a region, or of all that the caller reviews, and in it the report that the address opens, however far behind. */
export async function openQueue(
  region: RegionCode | undefined,
  opened: string | undefined,
  pack: Promise<CountryPack>,
): Promise<WaitingList> {
  const { waiting, next, triage } = await waitingIn(region);
  const rows = [...waiting, ...(triage?.behind ?? [])];
  const isThere = !opened || rows.some(({ report }) => keyOf(report) === opened);
  const [extra, total] = await Promise.all([
    isThere || next === undefined ? undefined : farBehind(opened, await pack),
    triage?.isAll ? triage.counted : countAll(region),
  ]);
  return new WaitingList(region, { rows: [...rows, ...(extra ? [extra] : [])], next, total, triage });
}

/** One that cannot be had is as one that does not wait: the queue is shown without it. */
async function farBehind(opened: string, pack: CountryPack): Promise<Waiting | undefined> {
  const [facilityId = '', month = ''] = opened.split('/');
  return waitingOne(facilityId, month, pack).catch(() => undefined);
}

/** The figure that the overview shows. */
async function countAll(region: RegionCode | undefined): Promise<number> {
  const { sums } = await currentProgress();
  return valueNow({ sums, ...(region && { rows: [region] }) }, 'reportsAwaitingReview');
}
