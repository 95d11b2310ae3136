import type { ProperNames } from '#functions/domain/names.ts';

/** A place that equipment names, as its reader may know it. */
export interface NamedPlace {
  placeId: string;
  region: string;
  names?: ProperNames;
  settlement?: ProperNames;
  /** Of a place whose name is not told, among the reader's places of its region. */
  number?: number;
  /** The solutions for which it is ready. */
  readyFor?: string[];
}

/** A place of which the reader knows the name. */
export interface FoundPlace extends NamedPlace {
  names: ProperNames;
}
