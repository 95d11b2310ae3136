import type { CountryPack } from '../domain/countryPack.ts';
import { catalogueOf } from '../domain/figureCatalogue.ts';
import { capabilityFigure } from '../domain/solution/solutionFigures.ts';

/** The figures that other sites can show: those of the public page. */
export function embeddable(pack: CountryPack): string[] {
  const known = catalogueOf(pack);
  return [
    'facilitiesLive',
    'teleconsultations',
    'workersTrained',
    'trainingSessions',
    'aidReceivedUsd',
    'solutionsOperating',
    ...pack.capabilities.map(({ code }) => capabilityFigure('facilitiesWith', code)),
  ].filter((name) => known.has(name));
}
