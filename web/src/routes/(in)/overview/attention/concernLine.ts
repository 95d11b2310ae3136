import { m } from 'virtual:messages';
import { dueOn } from '#functions/domain/calendar.ts';
import { repairDays, type EquipmentConcern } from '#functions/domain/equipment/concern.ts';
import { concernFigure } from '#functions/domain/equipment/equipmentFigures.ts';
import { facilityConcernFigure, type FacilityConcern } from '#functions/domain/facility/facilityConcern.ts';
import { dayAlone, monthAlone, monthName, percent } from '#lib/i18n/format.ts';
import { rowName } from '#lib/progress/names.ts';
import type { Concern, Where } from './attention.ts';
import type { Links } from '../links.ts';
import type { Selection } from '../selection.ts';

/** A concern in words, and the list behind it as far as the reader may open it. */
export interface Line {
  title: string;
  detail: string;
  href: string | undefined;
}

const equipmentTitles: Record<EquipmentConcern, (about: { n: number; days: number }) => string> = {
  missing: m.unitsDidNotCome,
  longFaulty: m.unitsLongFaulty,
  stuck: m.unitsAreStuck,
};

const facilityTitles: Record<FacilityConcern, (about: { n: number }) => string> = {
  nobodyTrained: m.nobodyTrained,
  readinessGap: m.gapsAreDue,
};

/** What to say of a concern. */
export function lineOf(concern: Concern, selection: Selection, links: Links): Line {
  const month = monthAlone(selection.month);
  switch (concern.kind) {
    case 'missing':
      return {
        title: m.notReportedBy({ n: concern.count, month: monthAlone(concern.month) }),
        detail: joined(when(concern, selection), places(concern.where, selection)),
        href: links.partsOf('reportsReceived', concern.month, selection.region),
      };
    case 'behind': {
      const share = percent(concern.received, concern.expected);
      return {
        title: m.regionBehind({ region: rowName(concern.region, selection.pack), percent: share }),
        detail: m.reportsInPlain({ ...concern, month }),
        href: links.partsOf('reportsReceived', selection.month, concern.region),
      };
    }
    case 'waiting':
      return {
        title: m.waitForReview({ n: concern.count }),
        detail: places(concern.where, selection),
        href: links.partsOf('reportsAwaitingReview', selection.month, selection.region),
      };
    case 'equipment':
      return {
        title: equipmentTitles[concern.concern]({ n: concern.count, days: repairDays }),
        detail: places(concern.where, selection),
        href: links.partsOf(concernFigure(concern.concern), selection.month, selection.region),
      };
    case 'facility':
      return {
        title: facilityTitles[concern.concern]({ n: concern.count }),
        detail: places(concern.where, selection),
        href: links.partsOf(facilityConcernFigure(concern.concern), selection.month, selection.region),
      };
    case 'suspended': {
      const newly = concern.change > 0 ? m.newlySuspended({ n: concern.change, month }) : '';
      return {
        title: m.areSuspended({ n: concern.count }),
        detail: joined(newly, places(concern.where, selection)),
        href: links.partsOf('facilitiesSuspended', selection.month, selection.region),
      };
    }
    case 'trained':
      return {
        title: m.trainedNotLive({ n: concern.count }),
        detail: places(concern.where, selection),
        href: links.partsOf('facilitiesTrained', selection.month, selection.region),
      };
    case 'standstill': {
      const region = rowName(concern.region, selection.pack);
      return {
        title: concern.since
          ? m.standstill({ region, month: monthName(concern.since) })
          : m.standstillEver({ region }),
        detail: m.onTheWay({ n: concern.count }),
        href: links.facilities(concern.region),
      };
    }
  }
}

function when({ month, days }: { month: string; days: number }, { pack }: Selection): string {
  const day = dayAlone(dueOn(month, pack.dueDay));
  if (days < 0) return m.wasDue({ day, n: -days });
  return days === 0 ? m.isDueToday() : m.dueInDaysOn({ day, n: days });
}

/** `Odesa 5, Kharkiv 4, others 2`; nothing when the page is about one region. */
function places(where: Where[], { region: only, pack }: Selection): string {
  if (only) return '';
  const named = where.slice(0, 3).map(({ region, count }) => `${rowName(region, pack)} ${count}`);
  const others = where.slice(3).reduce((sum, { count }) => sum + count, 0);
  return [...named, ...(others > 0 ? [m.others({ n: others })] : [])].join(', ');
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' · ');
}
