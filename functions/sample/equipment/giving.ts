import { addDays, type Day, daysFrom } from '../../domain/calendar.ts';
import { currentStage } from '../../domain/facility/facility.ts';
import { workdayFrom, workdayUpTo } from '../days.ts';
import type { Site } from '../dueReports.ts';
import { measures } from '../figures.ts';
import { Random } from '../random.ts';
import type { Allotment, Days, Fate } from './allotment.ts';
import { wayTo } from './usualKit.ts';

/** By this day everything was installed that counts at the end of the last month. */
const lastInstalled: Day = '2024-11-22';

/** Units that are not in use, with the days of what has happened. */
type Other = (random: Random) => Pick<Allotment, 'days' | 'fate'>;

const later = '9999-12-31';

/** Received on a day, and not installed yet. */
export function receivedOn(received: Day): Other {
  return (random) => ({
    days: { ...wayTo(received, random), received, installed: later, firstUse: later },
    fate: { kind: 'received' },
  });
}

/** Shipped on a day, and not heard of since. */
export function underWaySince(shipped: Day): Other {
  return (random) => ({
    days: {
      ...wayTo(addDays(shipped, 12), random),
      shipped,
      received: later,
      installed: later,
      firstUse: later,
    },
    fate: { kind: 'underWay' },
  });
}

/** Planned on a day, and still in the depot. */
export function plannedOn(planned: Day): Other {
  return () => ({
    days: { planned, shipped: later, received: later, installed: later, firstUse: later },
    fate: { kind: 'planned' },
  });
}

/** Lost on the way. */
export function lostOn(on: Day, note: string): Other {
  return (random) => ({
    days: { ...wayTo(on, random), received: later, installed: later, firstUse: later },
    fate: { kind: 'lost', on, note },
  });
}

interface Giving {
  /** What chance is about, so that one solution's choice moves no other's. */
  seed: string;
  /** How many facilities have it in use. */
  count: number;
  /** The day on which the solution began to operate. */
  since: Day;
  types: string[];
  /** The donation's line, by the order in which units were installed. */
  line: (index: number) => { donationId: string; lineId: string };
  /** Of those in use, what else became of them, by the same order. */
  fates?: Record<number, Fate>;
  others?: Other[];
}

/** Units for facilities that chance has chosen: so many in use, then the others. */
export function given(
  sites: Site[],
  { seed, count, since, types, line, fates = {}, others = [] }: Giving,
): Allotment[] {
  const chosen = sites
    .filter((site) => types.includes(site.profile.type) && isReady(site))
    .toSorted((a, b) => rank(a, seed) - rank(b, seed))
    .slice(0, count + others.length);
  if (chosen.length < count + others.length)
    throw new Error(`Too few facilities can get what is for ${seed}.`);
  const used = chosen
    .slice(0, count)
    .map((site) => ({ placeId: site.profile.facilityId, days: daysAt(site, since, seed) }))
    .toSorted((a, b) => (a.days.installed < b.days.installed ? -1 : 1))
    .map(({ placeId, days }, index) => ({ placeId, days, fate: fates[index] ?? { kind: 'inUse' as const } }));
  const rest = others.flatMap((other, index) => {
    const { facilityId } = chosen[count + index]?.profile ?? {};
    return facilityId ? [{ placeId: facilityId, ...other(new Random(facilityId, seed, 'way')) }] : [];
  });
  return [...used, ...rest].map((one, index) => ({ ...one, ...line(index), units: 1 }));
}

/** Live, and for long enough that its staff could be taught. */
function isReady(site: Site): boolean {
  const { stage, date } = currentStage(site);
  return stage === 'live' && date <= '2024-10-18';
}

/** Those who measure come first, maternity hospitals before all; chance decides between them. */
function rank({ profile }: Site, seed: string): number {
  const isFirst = profile.type === 'maternityHospital' && seed === 'monitoring';
  return (isFirst ? -2 : measures(profile) ? -1 : 0) + new Random(profile.facilityId, seed).next();
}

function daysAt(site: Site, since: Day, seed: string): Days {
  const { facilityId } = site.profile;
  const random = new Random(facilityId, seed, 'days');
  const live = currentStage(site).date;
  const from = addDays(live > since ? live : since, random.between(4, 30));
  const room = Math.max(0, Math.min(300, daysFrom(from, lastInstalled)));
  const installed = workdayUpTo(addDays(from, Math.floor(room * random.next())));
  const received = workdayUpTo(addDays(installed, -random.between(1, 9)));
  const firstUse = workdayFrom(addDays(installed, random.between(1, 12)));
  return { ...wayTo(received, random), received, installed, firstUse };
}
