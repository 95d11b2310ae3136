import type { Day } from '../../domain/calendar.ts';
import type { ToldEvent } from '../../domain/equipment/consignment.ts';
import { currentStage } from '../../domain/facility/facility.ts';
import type { Person } from '../../domain/person.ts';
import type { Site } from '../dueReports.ts';
import { headOf, manager } from '../people.ts';
import { Random } from '../random.ts';
import type { Allotment, Fate } from './allotment.ts';
import type { Numbered } from './gifts.ts';
import type { UnitsEvent } from './unitsEvent.ts';

const giver = { donationId: 'northern-clinics-2023' } as const;
const warehouseId = 'UA-W01';

/** Equipment for people to work with besides the usual kits, each with something that went wrong or otherwise. */
export function furtherKits(sites: Site[]): Allotment[] {
  const fates: Fate[] = [
    { kind: 'short' },
    { kind: 'damaged' },
    { kind: 'scrapped', on: '2024-10-22', note: 'Fell from the desk; beyond repair.' },
    { kind: 'unused', as: 'notInUse', on: '2024-09-16', reason: 'power' },
    { kind: 'lost', on: '2024-08-30', note: 'Never came to the depot in the region.' },
  ];
  const tablets = fates.map((fate, index): Allotment => {
    const { facilityId } = siteFor(sites, `tablets ${index}`).profile;
    return {
      donationId: 'westmark-2022',
      lineId: 'tablet',
      placeId: facilityId,
      units: 4,
      days: summer,
      fate,
    };
  });
  const [from] = transfer(sites);
  const [owner] = offer(sites);
  const used = { ...giver, units: 2, days: summer, fate: { kind: 'inUse' } } as const;
  return [
    ...tablets,
    { ...used, lineId: 'satellite', placeId: from, goesOn: 'transfer' },
    { ...used, lineId: 'laptop', placeId: owner, goesOn: 'offer' },
    {
      ...giver,
      lineId: 'tablet',
      placeId: warehouseId,
      units: 12,
      days: summer,
      fate: { kind: 'received' },
      goesOn: 'warehouse',
    },
  ];
}

const summer = {
  planned: '2024-05-27',
  shipped: '2024-06-17',
  received: '2024-06-26',
  installed: '2024-07-01',
  firstUse: '2024-07-08',
};

/** What heads found at their door, or bought themselves, and entered later. */
export function unannounced(sites: Site[]): UnitsEvent[] {
  return [
    { source: { kind: 'unknown', name: 'A van with foreign plates, no papers' }, on: '2024-03-14' },
    { source: { kind: 'unknown' }, on: '2024-09-05' },
    { source: { kind: 'own', name: 'Bought by the community' }, on: '2024-04-22' },
  ].map(({ source, on }, index) => {
    const { profile } = siteFor(sites, `unannounced ${index}`);
    const { facilityId } = profile;
    const to = facilityId;
    return {
      consignmentId: `stock-found${String(index + 1).padStart(3, '0')}`,
      placeId: facilityId,
      at: `${on.slice(0, 7)}-26T12:30:00Z`,
      by: headOf(profile),
      action: 'register',
      entry: {
        source: {
          kind: source.kind === 'own' ? 'own' : 'unknown',
          ...('name' in source && { name: source.name }),
        },
        equipmentType: index === 1 ? 'ecgRecorder' : 'tablet',
        units: 2 + index,
        log: [
          { kind: 'planned', date: on, to },
          { kind: 'shipped', date: on },
          { kind: 'received', date: on, ...(index < 2 && { note: 'Nobody had told us of it.' }) },
        ],
      },
    };
  });
}

/** What moves on from where it first came to: told once the stories of both places are. */
export function movingOn(sites: Site[], allotments: Numbered[]): UnitsEvent[] {
  const heads = new Map(sites.map(({ profile }) => [profile.facilityId, headOf(profile)]));
  const headAt = (placeId: string): Person => heads.get(placeId) ?? manager;
  const [from, to] = transfer(sites);
  const [owner, wanted] = offer(sites);
  const [first, second] = [siteFor(sites, 'from stock 1'), siteFor(sites, 'from stock 2')];
  const terminals = idOf(allotments, 'transfer');
  const laptops = idOf(allotments, 'offer');
  const tablets = idOf(allotments, 'warehouse');
  const [one, two] = [first.profile.facilityId, second.profile.facilityId];
  return [
    tell(terminals, from, headAt(from), 'dismantled', '2024-08-01'),
    tell(terminals, from, manager, 'transferOffered', '2024-08-05', { to }),
    tell(terminals, to, headAt(to), 'transferAccepted', '2024-08-07'),
    tell(terminals, from, manager, 'shipped', '2024-08-12'),
    tell(terminals, to, headAt(to), 'received', '2024-08-20'),
    tell(terminals, to, headAt(to), 'installed', '2024-08-22'),
    tell(terminals, to, headAt(to), 'firstUse', '2024-08-26'),
    tell(laptops, owner, manager, 'transferOffered', '2024-11-25', {
      to: wanted,
      note: 'Needed more there.',
    }),
    tell(tablets, warehouseId, manager, 'planned', '2024-07-15', { to: one, units: 4 }),
    tell(`${tablets}.1`, warehouseId, manager, 'shipped', '2024-07-22'),
    tell(`${tablets}.1`, one, headAt(one), 'received', '2024-07-30'),
    tell(`${tablets}.1`, one, headAt(one), 'installed', '2024-08-01'),
    tell(`${tablets}.1`, one, headAt(one), 'firstUse', '2024-08-05'),
    tell(tablets, warehouseId, manager, 'planned', '2024-11-11', { to: two, units: 3 }),
    tell(`${tablets}.2`, warehouseId, manager, 'shipped', '2024-11-22'),
  ];
}

function idOf(allotments: Numbered[], story: Allotment['goesOn']): string {
  const found = allotments.find(({ goesOn }) => goesOn === story);
  if (!found) throw new Error(`There is nothing for the story "${story}".`);
  return found.consignmentId;
}

function tell(
  consignmentId: string,
  placeId: string,
  by: Person,
  kind: ToldEvent['kind'],
  date: Day,
  more: Partial<ToldEvent> & { units?: number } = {},
): UnitsEvent {
  return {
    consignmentId,
    placeId,
    by,
    at: `${date}T11:20:00Z`,
    action: 'addEvent',
    event: { kind, date, ...more },
  };
}

/** From near the front to a region in the rear, with the consent of both. */
const transfer = (sites: Site[]): [string, string] => [inRegion(sites, 'UA-65'), inRegion(sites, 'UA-51')];

/** Offered, and not answered yet. */
const offer = (sites: Site[]): [string, string] => [inRegion(sites, 'UA-46'), inRegion(sites, 'UA-61')];

function inRegion(sites: Site[], region: string): string {
  return siteFor(
    sites.filter(({ profile }) => profile.region === region),
    'transfer',
  ).profile.facilityId;
}

/** A hospital that has long been live, as chance about the story has it. */
function siteFor(sites: Site[], story: string): Site {
  const [found] = sites
    .filter((site) => /hospital/i.test(site.profile.type) && isLongLive(site))
    .toSorted((a, b) => drawn(a, story) - drawn(b, story));
  if (!found) throw new Error(`No hospital for the story "${story}".`);
  return found;
}

const drawn = ({ profile }: Site, story: string): number => new Random(profile.facilityId, story).next();

function isLongLive(site: Site): boolean {
  const { stage, date } = currentStage(site);
  return stage === 'live' && date < '2024-03-01';
}
