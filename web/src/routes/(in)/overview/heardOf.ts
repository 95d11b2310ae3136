import { m } from 'virtual:messages';
import { confirmationFigures } from '#functions/domain/facility/facilityConcern.ts';
import { totalAt, type Selection } from './selection.ts';

/** How many of those that are live were heard of lately. */
export function heardOf(selection: Selection): string {
  const at = (name: string) => totalAt(selection, name);
  const [confirmed, never] = [at(confirmationFigures.confirmed), at(confirmationFigures.neverReported)];
  return m.confirmedLine({ confirmed, never, stale: at('facilitiesLive') - confirmed - never });
}
