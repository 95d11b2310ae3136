import type { Instant } from '../../domain/calendar.ts';
import type { ToldEvent } from '../../domain/equipment/consignment.ts';
import type { DonorProfile } from '../../domain/equipment/donor.ts';
import { pledge } from '../equipment/agreements.ts';
import type { Gift } from '../equipment/gifts.ts';
import type { UnitsEvent } from '../equipment/unitsEvent.ts';
import { headOf } from '../people.ts';
import { clinic, hospital, sites, stations } from './facilities.ts';
import { belarusStory } from './people.ts';
import { computerised, project } from './publishedFigures.ts';
import { records } from './solutions.ts';

export const belarusDonors: { donorId: string; profile: DonorProfile }[] = [
  {
    donorId: 'european-union',
    profile: {
      names: {
        en: 'European Union',
        uk: 'Європейський Союз',
        be: 'Еўрапейскі саюз',
        ru: 'Европейский союз',
      },
      kind: 'multilateral',
      // Its Neighbourhood and Enlargement Negotiations, as IATI's list of organisation identifiers has it.
      reference: 'XI-IATI-EC_NEAR',
    },
  },
];

/** The project as published; what was bought of it, for how much and at which rate, is invented. */
const agreement = pledge('european-union', 'local-development-2014', {
  title: project.title,
  pledgedOn: '2014-02-10',
  agreedOn: project.from,
  endsOn: project.to,
  organisations: [
    { role: 'implementing', name: project.implementing },
    { role: 'counterpart', name: project.counterpart },
  ],
  currency: 'EUR',
  usdRate: '1.3638',
  override: 'The rooms were looked at while the project was being prepared.',
  lines: {
    workstation: ['workstation', 40, 75_000, records],
    server: ['server', 1, 520_000],
  },
});

/** Which line, for which place, and how many. */
const shares: [lineId: string, placeId: string, units: number][] = [
  ['workstation', clinic, 24],
  ['workstation', hospital, 12],
  ...stations.map((placeId): [string, string, number] => ['workstation', placeId, 1]),
  ['server', clinic, 1],
];

const plannedOn = '2017-10-02';

export const belarusGift: Gift = {
  pledge: agreement,
  plans: shares.map(([lineId, placeId, units]) => ({
    lineId,
    placeId,
    units,
    date: plannedOn,
    at: `${plannedOn}T08:40:00Z`,
  })),
};

type Step = [kind: ToldEvent['kind'], date: string, at: Instant];

const way: Step[] = [
  ['shipped', '2018-01-22', '2018-01-22T09:10:00Z'],
  ['received', '2018-02-05', '2018-02-05T10:20:00Z'],
  ['installed', computerised.equipped, `${computerised.equipped}T11:30:00Z`],
  ['firstUse', computerised.live, `${computerised.live}T12:40:00Z`],
];

/** What happened to a place's equipment: the manager ships it, and its head tells the rest. */
export function unitsAt(facilityId: string): UnitsEvent[] {
  const profile = sites.find((site) => site.profile.facilityId === facilityId)?.profile;
  if (!profile) return [];
  return shares.flatMap(([, placeId], index) =>
    placeId === facilityId
      ? way.map(([kind, date, at]) => ({
          consignmentId: `${agreement.donationId}.${index + 1}`,
          placeId,
          at,
          by: kind === 'shipped' ? belarusStory.manager : headOf(profile),
          action: 'addEvent' as const,
          event: { kind, date },
        }))
      : [],
  );
}
