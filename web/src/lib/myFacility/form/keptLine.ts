import { m } from 'virtual:messages';
import { time } from '#lib/i18n/format.ts';
import type { MonthForm } from './monthForm.svelte.ts';

/** Says where what is typed is safe, and since when. */
export function keptLine(form: MonthForm): string {
  if (form.cannotKeep && !form.isThere) return m.notKept();
  if (!form.keptAt) return m.nothingTyped();
  const at = { time: time(new Date(form.keptAt)) };
  return form.isThere ? m.keptBoth(at) : m.keptHere(at);
}
