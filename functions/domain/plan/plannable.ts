import { equipmentConcerns } from '../equipment/concern.ts';
import { concernFigure, unitsFigure } from '../equipment/equipmentFigures.ts';
import { confirmationFigures } from '../facility/facilityConcern.ts';
import { stageFigure } from '../facility/facilityFigures.ts';
import type { Figure } from '../figureCatalogue.ts';

// Loaded by screens: nothing of a schema is in here.

/** What a rollout passes through, loses or leaves undone: more of it is not ahead. */
const noGoals = new Set([
  stageFigure('suspended'),
  confirmationFigures.neverReported,
  'aidLostUnderWayUsd',
  'aidLostUsd',
  'aidDestroyedUsd',
  'aidScrappedUsd',
  'aidReturnedUsd',
  ...(['planned', 'shipped', 'returned', 'lost', 'destroyed', 'scrapped'] as const).map(unitsFigure),
  'unitsFaulty',
  ...equipmentConcerns.map(concernFigure),
]);
/** Requests that failed, days without power, and reports that are owed or wait. */
const unitsOfNoGoals: ReadonlySet<Figure['unit']> = new Set(['requests', 'days', 'reports']);

/** Whether targets are set for a figure: for what adds up or stands and is wanted, not for a single month's value. */
export function isPlannable({ kind, name, unit, isForMinistry }: Figure): boolean {
  if (kind === 'month' || isForMinistry || /^(attributed|supported)\./.test(name)) return false;
  return !noGoals.has(name) && !unitsOfNoGoals.has(unit);
}
