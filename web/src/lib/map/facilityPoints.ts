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
  const { value } = await askOrKept<FacilitiesThen>(kept, async () => {
    const answer = await mapApi.points({
      headers: {},
      query: { language, ...(region && { region }) },
    });
    if (answer.status === 304) throw new Error('Nobody asked for a change.');
    return answer.body;
  });
  return value;
}
