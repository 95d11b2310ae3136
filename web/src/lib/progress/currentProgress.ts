import { progressApi } from 'virtual:api/progress';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { ProgressSums } from '#functions/domain/progress.ts';
import type { PublicReleaseHead } from '#functions/domain/release/publicRelease.ts';
import { askOrKept, type CachedAnswer } from '#lib/api/answerCache.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { cubeFrom, type KeptCube } from './keptCube.ts';

/** Progress as the caller may see it. */
export interface Progress {
  sums: ProgressSums;
  pack: CountryPack;
  /** The release that tells it; undefined where it is told as it is now, and before the first one. */
  release?: PublicReleaseHead | undefined;
  /** Set where there is no network, and this is what the device kept then (milliseconds since 1970). */
  keptAt?: number;
}

/** All progress that the caller may see, in one request; without network as it was kept on this device. */
export async function currentProgress(): Promise<Progress> {
  const [{ value, keptAt }, pack] = await Promise.all([currentCube(), countryPack()]);
  const { release, ...cube } = cubeFrom(value);
  return { sums: new ProgressSums(cube, pack), pack, release, ...(keptAt !== undefined && { keptAt }) };
}

/** The same as it is sent. */
export const currentCube = (): Promise<CachedAnswer<KeptCube>> => askOrKept('progress', askForCube);

async function askForCube(): Promise<KeptCube> {
  const answer = await progressApi.cube({ headers: {} });
  if (answer.status === 304) throw new Error('Nobody asked for a change.');
  return answer.body;
}
