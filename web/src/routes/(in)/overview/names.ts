import { m } from 'virtual:messages';
import type { Direction } from '#lib/progress/figures.ts';
import type { Selection } from './selection.ts';

const directionWords: Record<Direction, () => string> = {
  teleconsultation: m.directionTeleconsultation,
  telemetry: m.directionTelemetry,
  teleradiology: m.directionTeleradiology,
  staff: m.directionStaff,
  circumstances: m.directionCircumstances,
};

/** What a direction of telemedicine is called. */
export function directionName(direction: Direction): string {
  return directionWords[direction]();
}

/** What all rows in view are together: the country, or the part of it that the caller may see. */
export function wholeName({ sums, pack }: Selection): string {
  if (sums.regions.length < pack.regions.length) return m.yourRegions();
  return sums.rows.length > sums.regions.length ? m.wholeCountry() : m.allRegions();
}
