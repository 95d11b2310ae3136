import type { Figure } from '../figureCatalogue.ts';
import { names } from '#figureNames';

// Loaded by every dashboard: nothing of a schema is in here.

/** Facilities by the month in which they first were live, whatever became of them since. */
export const joined = {
  name: 'facilitiesJoined',
  key: 'fj',
  kind: 'flow',
  unit: 'facilities',
  names: names('Facilities joined', 'Долучилося закладів', 'Далучылася ўстаноў', 'Присоединилось учреждений'),
  source: 'facility',
  indicators: [],
  hasApproved: false,
  isAboutPeople: false,
  parts: 'facilities',
} as const satisfies Figure;
