import { m } from 'virtual:messages';
import type { Month } from '#functions/domain/calendar.ts';
import type { Days } from '#functions/domain/equipment/chain/dayClasses.ts';
import type { ChainStep } from '#functions/domain/equipment/chain/chain.ts';
import type { FunnelStep, UseFunnel, Why } from '#functions/domain/equipment/chain/useFunnel.ts';
import type { EquipmentState } from '#functions/domain/equipment/consignment.ts';
import { capital, monthAlone, number } from '#lib/i18n/format.ts';

const steps: Record<Exclude<FunnelStep['step'], 'used'>, () => string> = {
  pledged: m.stepPledged,
  planned: m.stepPlanned,
  shipped: m.stepShipped,
  received: m.stepReceived,
  installed: m.stepInstalled,
  firstUse: m.stepFirstUse,
  staffed: m.stepStaffed,
};

/** A step of the use funnel as its row is headed; the last is of a month. */
export function stepWords(step: FunnelStep['step'], month: Month | undefined): string {
  return step === 'used' ? capital(m.usedIn({ month: month ? monthAlone(month) : '' })) : steps[step]();
}

const waiting: Record<ChainStep, () => string> = {
  planned: m.whyPlanned,
  shipped: m.whyShipped,
  received: m.whyReceived,
  installed: m.whyInstalled,
  firstUse: m.stepFirstUse,
};
const ended: Record<Exclude<Why, 'open'>, () => string> = {
  unplanned: m.whyUnplanned,
  unstaffed: m.whyUnstaffed,
  staffNotKnown: m.whyStaffNotKnown,
  notUsed: m.whyNotUsed,
  useNotKnown: () => capital(m.useNotKnown()),
  returned: m.equipmentReturned,
  lost: m.equipmentLost,
  destroyed: m.equipmentDestroyed,
  scrapped: m.equipmentScrapped,
};

/** The step that units stand at which have not come to this one. */
export const standsAt: Partial<Record<FunnelStep['step'], ChainStep & EquipmentState>> = {
  shipped: 'planned',
  received: 'shipped',
  installed: 'received',
  firstUse: 'installed',
};

/** Why so many units are not at a step, such as "On the way: 20". */
export function whyWords(step: FunnelStep['step'], { why, units }: UseFunnel['ended'][number]): string {
  const words = why === 'open' ? waiting[standsAt[step] ?? 'planned'] : ended[why];
  return `${words()}: ${number(units)}`;
}

/** `18 days`, or that it took longer than is known. */
export function daysWords({ days, isOver }: Days): string {
  return isOver ? m.overAYear() : m.forDays({ n: days });
}

/** Between which days the middle half of the units took, such as `11–34`. */
export function spread({ quarter, most }: NonNullable<FunnelStep['days']>): string {
  return m.halfTook({ from: number(quarter.days), to: `${number(most.days)}${most.isOver ? '+' : ''}` });
}
