import { m } from 'virtual:messages';
import { time } from '#lib/i18n/format.ts';

/** Says where what is typed into a form is safe, and since when. */
export function keptOn({ keptAt, cannotKeep }: { keptAt?: number; cannotKeep: boolean }): string {
  if (cannotKeep) return m.notKept();
  return keptAt ? m.keptHere({ time: time(new Date(keptAt)) }) : m.nothingTyped();
}
