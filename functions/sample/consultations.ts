import { monthOf, monthsBetween, type Month } from '../domain/calendar.ts';
import type { StageChange } from '../domain/facility/facility.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { firstMonth, lastMonth } from './publishedFigures.ts';
import { Random } from './random.ts';

/** Consultations a month of an average facility of the type that has found its way in. */
const usual: Record<string, number> = {
  regionalHospital: 6.9,
  districtHospital: 3.1,
  maternityHospital: 3,
  districtClinic: 2.5,
  primaryCareCentre: 2,
  emergencyStation: 1.5,
  ruralClinic: 1.2,
};

/** January to December: more in the cold months, fewer in the holidays. */
const seasons = [1.1, 1.08, 1.06, 1, 0.96, 0.9, 0.84, 0.82, 0.98, 1.02, 1.02, 1];

/** How many consultations a facility asked for in a month, before the sample is made to add up. */
export function drawnConsultations(
  { facilityId, type }: FacilityProfile,
  stages: StageChange[],
  month: Month,
): number {
  const size = 0.6 + 0.8 * new Random(facilityId, 'size').next();
  const liveFrom = monthOf(stages.find(({ stage }) => stage === 'live')?.date ?? month);
  const experience = Math.min(1, 0.55 + 0.09 * (monthsBetween(liveFrom, month).length - 1));
  const growth =
    0.95 + 0.15 * (monthsBetween(firstMonth, month).length / monthsBetween(firstMonth, lastMonth).length);
  const season = seasons[Number(month.slice(5)) - 1] ?? 1;
  const mean = (usual[type] ?? 1) * size * experience * growth * season;
  return new Random(facilityId, month, 'consultations').count(mean);
}

/** Whole numbers in proportion to the given ones that add up to exactly `total`: what rounding leaves is carried on to the next. */
export function addingUpTo(total: number, drawn: number[]): number[] {
  const whole = drawn.reduce((sum, value) => sum + value, 0);
  let before = 0;
  return drawn.map((value) => {
    const [from, to] = [before, before + value];
    before = to;
    return Math.round((to * total) / whole) - Math.round((from * total) / whole);
  });
}
