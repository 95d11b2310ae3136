import type { ProperNames } from '#functions/domain/names.ts';

/** A place that equipment names, as its reader knows it. */
export interface NamedPlace {
  placeId: string;
  names: ProperNames;
  region: string;
  /** The solutions for which it is ready. */
  readyFor?: string[];
}
