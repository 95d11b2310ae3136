import { m } from 'virtual:messages';
import type { Day } from '#functions/domain/calendar.ts';
import type { JudgedMonth, Silence } from '#functions/domain/equipment/chain/silence.ts';
import { daysToUse } from '#functions/domain/report/monthlyUse.ts';
import { dayShort, number } from '#lib/i18n/format.ts';

const days = number(daysToUse);

const words: Record<JudgedMonth['use'], () => string> = {
  used: m.useUsed,
  notUsed: m.whyNotUsed,
  notReported: m.useNotReported,
  notApproved: m.useNotApproved,
  notAsked: m.useNotAsked,
  figureMissing: m.useFigureMissing,
  outage: () => m.useOutage({ days }),
  beforeFirstUse: m.useBeforeFirst,
  outOfUse: () => m.useOutOfUse({ days }),
};

/** Whether units were used in a month, or why that is not known. */
export const monthUse = (use: JudgedMonth['use']): string => words[use]();

/** Since when units are silent, as far as is looked back: longer ago they may have been as well. */
export function silentSince({ months: [oldest] }: Silence, today: Day): string {
  const first = `${oldest?.month ?? ''}-01`;
  return m.silentSince({ day: dayShort(first, today.slice(0, 4)) });
}

/** The rule of what is silent, as a sentence. */
export const silentRule = (): string => m.silentRule({ days });
