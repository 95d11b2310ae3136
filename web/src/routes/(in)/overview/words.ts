import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { named } from '#lib/format.ts';
import type { Look } from './look.ts';
import type { Direction } from './services.ts';

/** What a figure is called: an indicator's own name, or the word for the sum of all consultations. */
export function figureName(name: string, pack: CountryPack): string {
  const indicator = pack.indicators.find(({ code }) => code === name);
  return indicator ? named(indicator.names) : m.teleconsultations();
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

/** What all regions in view are together: the country, or the part of it that the caller may see. */
export function wholeName({ cube, pack }: Look): string {
  return cube.regions.length < pack.regions.length ? m.yourRegions() : m.allRegions();
}
