import { m } from 'virtual:messages';
import type { Month } from '#functions/domain/calendar.ts';
import { capital, monthName, number } from '#lib/i18n/format.ts';
import type { Group, Part } from './impact.ts';

/** What a group of what was given is called. */
export const groupWords: Record<Group['group'], () => string> = {
  inUse: m.groupInUse,
  onTheWay: m.groupOnTheWay,
  gone: m.groupGone,
};

/** How much was used, where some of it may not be shown. */
export function usesText(uses: number, isPart: boolean): string {
  if (!isPart) return number(uses);
  return uses === 0 ? m.notShown() : m.andMore({ from: number(uses) });
}

const parts: Record<Exclude<Part['what'], 'used' | 'notUsed'>, () => string> = {
  staffed: m.stepStaffed,
  unstaffed: m.whyUnstaffed,
  staffNotKnown: m.whyStaffNotKnown,
  useNotKnown: m.useNotKnown,
  pledged: m.stepPledged,
  firstUse: m.stepFirstUse,
  unplanned: m.whyUnplanned,
  open: m.whyPlanned,
  planned: m.whyPlanned,
  shipped: m.whyShipped,
  received: m.whyReceived,
  installed: m.whyInstalled,
  returned: m.equipmentReturned,
  lost: m.equipmentLost,
  destroyed: m.equipmentDestroyed,
  scrapped: m.equipmentScrapped,
};

/** What a part of a group is called; use is of a month. */
export function partWords(what: Part['what'], month: Month | undefined): string {
  const of = { month: month ? monthName(month) : '' };
  if (what === 'used') return capital(m.usedIn(of));
  return capital(what === 'notUsed' ? m.notUsedIn(of) : parts[what]());
}
