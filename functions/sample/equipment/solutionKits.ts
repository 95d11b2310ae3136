import { daysFrom, type Day } from '../../domain/calendar.ts';
import { currentStage } from '../../domain/facility.ts';
import { addDays, workdayFrom, workdayUpTo } from '../days.ts';
import type { Site } from '../dueReports.ts';
import { measures } from '../figures.ts';
import { Random } from '../random.ts';
import { closing } from './agreements.ts';
import type { Allotment, Days, Fate } from './allotment.ts';
import { wayTo } from './usualKit.ts';

/** The published numbers of facilities with equipment for a solution; those of rehabilitation are invented. */
export const equippedWith = {
  pregnancyMonitoring: 182,
  selfExamination: 30,
  aiCt: 5,
  virtualOperatingRoom: 2,
  arNeurorehabilitation: 8,
} as const;

/** By this day everything was installed that counts at the end of the last month. */
const lastInstalled: Day = '2024-11-22';

/** What facilities got for solutions, and what became of it. */
export function solutionKits(sites: Site[]): Allotment[] {
  return [
    ...monitoring(sites),
    ...given(sites, {
      seed: 'self-examination',
      count: equippedWith.selfExamination,
      since: '2023-05-02',
      types: ['districtHospital', 'districtClinic', 'primaryCareCentre'],
      line: () => ({ donationId: 'oriel-2023', lineId: 'platform' }),
      fates: { 9: { kind: 'unused', as: 'notInUse', on: '2024-09-30', reason: 'room' } },
      others: [receivedOn('2024-11-06'), receivedOn('2024-11-19'), underWaySince('2024-11-25')],
    }),
    ...given(sites, {
      seed: 'rehabilitation',
      count: equippedWith.arNeurorehabilitation,
      since: '2023-10-16',
      types: ['regionalHospital', 'districtHospital'],
      line: () => ({ donationId: 'oriel-2023', lineId: 'headset' }),
      others: [receivedOn('2024-11-12'), underWaySince('2024-06-12')],
    }),
    ...given(sites, {
      seed: 'tomography',
      count: equippedWith.aiCt,
      since: '2024-03-11',
      types: ['regionalHospital'],
      line: (index) => (index === 4 ? closing : { donationId: 'westmark-2023', lineId: 'ct' }),
      others: [underWaySince('2024-11-18')],
    }),
    ...given(sites, {
      seed: 'operating rooms',
      count: equippedWith.virtualOperatingRoom,
      since: '2024-06-03',
      types: ['regionalHospital'],
      line: () => ({ donationId: 'westmark-2023', lineId: 'room' }),
    }),
    ...given(sites, {
      seed: 'electrocardiographs',
      count: 0,
      since: '2024-07-15',
      types: ['primaryCareCentre'],
      line: () => ({ donationId: closing.donationId, lineId: 'ecg' }),
      others: Array.from({ length: 12 }, () => underWaySince('2024-11-21')),
    }),
  ];
}

/** The portable complexes: of one donation as far as it reaches, then of another; with all that can befall them. */
function monitoring(sites: Site[]): Allotment[] {
  const first = 108;
  const destroyed = sites.find(({ profile }) => profile.names.en === 'Pokrovsk district hospital');
  const allotments = given(sites, {
    seed: 'monitoring',
    count: equippedWith.pregnancyMonitoring,
    since: '2022-10-03',
    types: [
      'maternityHospital',
      'regionalHospital',
      'districtHospital',
      'districtClinic',
      'primaryCareCentre',
      'ruralClinic',
    ],
    line: (index) =>
      index < first
        ? { donationId: 'northern-mothers-2022', lineId: 'complex' }
        : { donationId: 'lantern-mothers-2023', lineId: 'complex' },
    fates: {
      8: { kind: 'faulty', on: '2024-05-20', repairedOn: '2024-06-14' },
      23: { kind: 'faulty', on: '2024-10-14', note: 'The probe reads nothing. A new one is ordered.' },
      41: { kind: 'unused', as: 'stored', on: '2024-08-05', reason: 'staff' },
      57: { kind: 'unused', as: 'notInUse', on: '2024-10-28', reason: 'internet' },
      88: { kind: 'faulty', on: '2024-11-18' },
    },
    others: [
      ...['2024-10-02', '2024-10-30', '2024-11-07', '2024-11-14', '2024-11-20', '2024-11-27'].map(receivedOn),
      underWaySince('2024-06-18'),
      ...['2024-11-12', '2024-11-20', '2024-11-27'].map(underWaySince),
      lostOn('2024-03-29', 'The lorry burnt out on the road after a strike.'),
      ...['2024-11-19', '2024-11-26'].map(plannedOn),
    ],
  });
  const days = { planned: '2023-06-20', shipped: '2023-07-03', received: '2023-07-10' };
  return destroyed
    ? [
        ...allotments,
        {
          donationId: 'lantern-mothers-2023',
          lineId: 'complex',
          placeId: destroyed.profile.facilityId,
          units: 1,
          days: { ...days, installed: '2024-01-22', firstUse: '2024-01-29' },
          fate: { kind: 'destroyed', on: '2024-09-12', note: 'The maternity ward was hit at night.' },
        },
      ]
    : allotments;
}

/** Units that are not in use, with the days of what has happened. */
type Other = (random: Random) => Pick<Allotment, 'days' | 'fate'>;

const later = '9999-12-31';

function receivedOn(received: Day): Other {
  return (random) => ({
    days: { ...wayTo(received, random), received, installed: later, firstUse: later },
    fate: { kind: 'received' },
  });
}

function underWaySince(shipped: Day): Other {
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

function plannedOn(planned: Day): Other {
  return () => ({
    days: { planned, shipped: later, received: later, installed: later, firstUse: later },
    fate: { kind: 'planned' },
  });
}

function lostOn(on: Day, note: string): Other {
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

function given(
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
