import type { Figure } from '../figureCatalogue.ts';

/** Whether targets are set for a figure: for what adds up or stands, and not for a single month's value or what is left undone. */
export function isPlannable({ kind, name, isForMinistry }: Figure): boolean {
  return kind !== 'month' && !isForMinistry && !/^(attributed|supported)\./.test(name);
}
