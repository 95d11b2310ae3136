import { addDays, type Day } from '../../domain/calendar.ts';
import { currentStage } from '../../domain/facility/facility.ts';
import type { FacilityProfile } from '../../domain/facility/facilityProfile.ts';
import { workdayFrom, workdayUpTo } from '../days.ts';
import type { Site } from '../dueReports.ts';
import { headOf } from '../people.ts';
import { Random } from '../random.ts';
import type { Allotment, Days } from './allotment.ts';
import type { UnitsEvent } from './unitsEvent.ts';

type Kit = readonly (readonly [lineId: string, units: number])[];

/** What facilities of a type are given so that they can begin. */
const kits: Record<string, (random: Random) => Kit> = {
  regionalHospital: () => [
    ['laptop', 4],
    ['video', 1],
  ],
  districtHospital: (random) => [random.chance(0.6) ? ['video', 1] : ['laptop', 3]],
  maternityHospital: () => [['laptop', 3]],
  districtClinic: () => [['laptop', 2]],
  emergencyStation: () => [['tablet', 3]],
};

/** The donation of which a facility that was equipped by then got its kit. */
const givers = [
  { donationId: 'westmark-2022', until: '2023-08-15' },
  { donationId: 'northern-clinics-2023', until: '9999-12-31' },
] as const;

/** The equipment that made a facility `equipped`, of a donation; none where the state bought it. */
export function usualKit(site: Site): Allotment[] {
  const equipped = equippedOn(site);
  if (!equipped || isBought(site.profile)) return [];
  const { facilityId: placeId } = site.profile;
  const giver = givers.find(({ until }) => equipped < until) ?? givers[1];
  return kitOf(site.profile).map(([lineId, units]) => ({
    donationId: giver.donationId,
    lineId,
    placeId,
    units,
    days: usualDays(site, equipped, lineId),
    fate: { kind: fateOf(site) },
  }));
}

function kitOf({ facilityId, type, connectivity }: FacilityProfile): Kit {
  if (connectivity === 'satellite' && type === 'ruralClinic') return [['satellite', 1]];
  return kits[type]?.(new Random(facilityId, 'kit')) ?? [];
}

/** Small places were equipped by the state, and so were half of the clinics. */
function isBought({ facilityId, type, connectivity }: FacilityProfile): boolean {
  if (type === 'ruralClinic') return connectivity !== 'satellite';
  return (
    type === 'primaryCareCentre' ||
    (type === 'districtClinic' && new Random(facilityId, 'bought').chance(0.5))
  );
}

/** Received some days before the facility was `equipped`, used once it is live. */
function usualDays(site: Site, equipped: Day, lineId: string): Days {
  const random = new Random(site.profile.facilityId, lineId, 'usual kit');
  const received = workdayUpTo(addDays(equipped, -random.between(1, 6)));
  const { planned, shipped } = wayTo(received, random);
  const registered = site.stages[0]?.date ?? planned;
  return {
    planned: planned < registered ? registered : planned,
    shipped,
    received,
    installed: equipped,
    firstUse: site.stages.find(({ stage }) => stage === 'live')?.date ?? workdayFrom(addDays(equipped, 30)),
  };
}

/** The days of the plan and the shipment of what is received on a day. */
export function wayTo(received: Day, random: Random): Pick<Days, 'planned' | 'shipped'> {
  const shipped = workdayUpTo(addDays(received, -random.between(3, 12)));
  return { shipped, planned: workdayUpTo(addDays(shipped, -random.between(6, 25))) };
}

function fateOf(site: Site): 'inUse' | 'installed' | 'received' {
  const { stage } = currentStage(site);
  if (stage === 'trained') return 'installed';
  return stage === 'equipped' ? 'received' : 'inUse';
}

/** What the state bought for a facility, as its head entered it once it was there. */
export function boughtKit(site: Site): UnitsEvent[] {
  const equipped = equippedOn(site);
  if (!equipped || !isBought(site.profile)) return [];
  const { facilityId } = site.profile;
  const { shipped, received, installed, planned, firstUse } = usualDays(site, equipped, 'bought');
  const { stage } = currentStage(site);
  const isSmall = site.profile.type === 'ruralClinic';
  const steps = [
    { kind: 'planned', date: planned, to: facilityId },
    { kind: 'shipped', date: shipped },
    { kind: 'received', date: received },
    ...(fateOf(site) === 'received' ? [] : [{ kind: 'installed', date: installed } as const]),
    ...(fateOf(site) === 'inUse' && stage !== 'suspended'
      ? [{ kind: 'firstUse', date: firstUse } as const]
      : []),
  ] as const;
  const last = steps.at(-1)?.date ?? received;
  return [
    {
      consignmentId: `stock-${facilityId.toLowerCase().replace('-', '')}`,
      placeId: facilityId,
      at: `${last}T13:${String(10 + (Number(facilityId.slice(-2)) % 50))}:00Z`,
      by: headOf(site.profile),
      action: 'register',
      entry: {
        source: { kind: 'state', name: 'National health procurement' },
        equipmentType: isSmall ? 'tablet' : 'laptop',
        units: isSmall ? 2 : 3,
        log: [...steps],
      },
    },
  ];
}

function equippedOn({ stages }: Site): Day | undefined {
  return stages.find(({ stage }) => stage === 'equipped')?.date;
}
