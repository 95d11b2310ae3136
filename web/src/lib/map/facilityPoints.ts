import { mapApi } from 'virtual:api/map';
import type { Day } from '#functions/domain/calendar.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import type { FacilityPoints } from '#functions/domain/facility/facilityPoints.ts';
import { askOrKept } from '#lib/api/answerCache.ts';
import { language } from '#lib/i18n/language.ts';

/** Facilities as they stood on a day. */
export interface FacilitiesThen {
  on: Day;
  points: FacilityPoints[];
}

/** The facilities that the caller may see, or those of one region; without network as this device kept them. */
export async function facilityPoints(region?: RegionCode): Promise<FacilitiesThen> {
  const kept = ['points', language, ...(region ? [region] : [])].join(' ');
  const { value } = await askOrKept<FacilitiesThen>(kept, () => pagesFrom(region, undefined));
  return value;
}

/** Of very many facilities a few regions come at a time. */
async function pagesFrom(
  region: RegionCode | undefined,
  page: RegionCode | undefined,
): Promise<FacilitiesThen> {
  const query = { language, ...(region && { region }), ...(page && { page }) };
  const answer = await mapApi.points({ headers: {}, query });
  if (answer.status === 304) throw new Error('Nobody asked for a change.');
  const { on, points, next } = answer.body;
  if (next === undefined) return { on, points };
  const rest = await pagesFrom(region, next);
  return { on, points: [...points, ...rest.points] };
}
