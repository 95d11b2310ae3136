import { m } from 'virtual:messages';
import { dueOn } from '#functions/domain/calendar.ts';
import { dayAlone, monthAlone, monthName, percent } from '#lib/format.ts';
import { rowName } from '#lib/progress/words.ts';
import type { Concern, Where } from './attention.ts';
import type { Links } from './links.ts';
import type { Look } from './look.ts';

/** A concern in words, and the list behind it as far as the reader may open it. */
export interface Line {
  title: string;
  detail: string;
  href: string | undefined;
}

/** What to say of a concern. */
export function lineOf(concern: Concern, look: Look, links: Links): Line {
  const month = monthAlone(look.month);
  switch (concern.kind) {
    case 'missing':
      return {
        title: m.notReportedBy({ n: concern.count, month: monthAlone(concern.month) }),
        detail: joined(when(concern, look), places(concern.where, look)),
        href: links.partsOf('reportsReceived', concern.month, look.region),
      };
    case 'behind': {
      const share = percent(concern.received, concern.expected);
      return {
        title: m.regionBehind({ region: rowName(concern.region, look.pack), percent: share }),
        detail: m.reportsInPlain({ ...concern, month }),
        href: links.partsOf('reportsReceived', look.month, concern.region),
      };
    }
    case 'waiting':
      return {
        title: m.waitForReview({ n: concern.count }),
        detail: places(concern.where, look),
        href: links.partsOf('reportsAwaitingReview', look.month, look.region),
      };
    case 'suspended': {
      const newly = concern.change > 0 ? m.newlySuspended({ n: concern.change, month }) : '';
      return {
        title: m.areSuspended({ n: concern.count }),
        detail: joined(newly, places(concern.where, look)),
        href: links.partsOf('facilitiesSuspended', look.month, look.region),
      };
    }
    case 'trained':
      return {
        title: m.trainedNotLive({ n: concern.count }),
        detail: places(concern.where, look),
        href: links.partsOf('facilitiesTrained', look.month, look.region),
      };
    case 'standstill': {
      const region = rowName(concern.region, look.pack);
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

function when({ month, days }: { month: string; days: number }, { pack }: Look): string {
  const day = dayAlone(dueOn(month, pack.dueDay));
  if (days < 0) return m.wasDue({ day, n: -days });
  return days === 0 ? m.isDueToday() : m.dueInDaysOn({ day, n: days });
}

/** `Odesa 5, Kharkiv 4, others 2`; nothing when the page is about one region. */
function places(where: Where[], { region: only, pack }: Look): string {
  if (only) return '';
  const named = where.slice(0, 3).map(({ region, count }) => `${rowName(region, pack)} ${count}`);
  const others = where.slice(3).reduce((sum, { count }) => sum + count, 0);
  return [...named, ...(others > 0 ? [m.others({ n: others })] : [])].join(', ');
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' · ');
}
