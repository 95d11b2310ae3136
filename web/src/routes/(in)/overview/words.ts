import { m } from 'virtual:messages';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { named } from '#lib/format.ts';
import type { Direction } from './services.ts';

/** What a figure is called: an indicator's own name, or the word for the sum of all consultations. */
export function figureName(name: string, pack: CountryPack): string {
  const indicator = pack.indicators.find(({ code }) => code === name);
  return indicator ? named(indicator.names) : m.teleconsultations();
}

/** A region's name, or the word for all of them. */
export function regionName(code: RegionCode | undefined, pack: CountryPack): string {
  const region = pack.regions.find((known) => known.code === code);
  return region ? named(region.names) : m.allRegions();
}

const directionWords: Record<Direction, () => string> = {
  teleconsultation: m.directionTeleconsultation,
  telemetry: m.directionTelemetry,
  teleradiology: m.directionTeleradiology,
  circumstances: m.directionCircumstances,
};

/** What a direction of telemedicine is called. */
export function directionName(direction: Direction): string {
  return directionWords[direction]();
}
