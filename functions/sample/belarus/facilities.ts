import type { Day } from '../../domain/calendar.ts';
import type { Stage } from '../../domain/facility/facility.ts';
import type { FacilityLink, FacilityProfile } from '../../domain/facility/facilityProfile.ts';
import type { Names } from '../../domain/names.ts';
import { computerised, residentsServed } from './publishedFigures.ts';

export const clinic = 'BY-0001';
export const hospital = 'BY-0002';
/** The rural ambulance stations of the district. */
export const stations = ['BY-0003', 'BY-0004', 'BY-0005', 'BY-0006'];
/** Where its doctors ask specialists: in Baranavichy, Brest and Minsk. */
const consultants = ['BY-0007', 'BY-0008', 'BY-0009'];

/** A facility of the case, and the day on which it came to each stage. */
export interface BelarusSite {
  profile: FacilityProfile;
  stages: [Stage, Day][];
}

const names = (en: string, uk: string, be: string, ru: string): Names => ({ en, uk, be, ru });
const links = (kind: FacilityLink['kind'], ids: readonly string[]): FacilityLink[] =>
  ids.map((facilityId) => ({ kind, facilityId }));

const town = {
  region: 'BY-BR',
  settlement: names('Liachavičy', 'Ляховичі', 'Ляхавічы', 'Ляховичи'),
  coordinates: { lat: 53.04, lon: 26.27 },
  connectivity: 'broadband',
  power: 'gridWithBackup',
} as const;

const { planned, connected, equipped, trained, live } = computerised;
const joined: [Stage, Day][] = [
  ['planned', planned],
  ['connected', connected],
  ['equipped', equipped],
  ['trained', trained],
  ['live', live],
];

const station = (facilityId: string, settlement: Names, lat: number, lon: number): BelarusSite => ({
  profile: {
    ...town,
    facilityId,
    type: 'ambulanceStation',
    names: names(
      `${settlement.en} ambulance station`,
      `Пункт швидкої допомоги: ${settlement.uk}`,
      `Пункт хуткай дапамогі: ${settlement.be}`,
      `Пункт скорой помощи: ${settlement.ru}`,
    ),
    settlement,
    coordinates: { lat, lon },
    connectivity: 'mobile',
    power: 'grid',
    links: [...links('takesReferrals', [hospital]), ...links('sharesRecords', [clinic])],
  },
  stages: joined,
});

/** Where the district's doctors ask; those who ask count the consultations. */
const consultant = (
  profile: Pick<FacilityProfile, 'facilityId' | 'type' | 'region' | 'names' | 'settlement' | 'coordinates'>,
): BelarusSite => ({
  profile: { ...profile, connectivity: 'broadband', power: 'gridWithBackup' },
  stages: joined,
});

const [kryvosyn = '', zarabkovicy = '', vostrau = '', padliessie = ''] = stations;
const [baranavichy = '', brest = '', minsk = ''] = consultants;

/** The district's clinic with all that it is linked to; settlements are real, and where in them is not. */
export const sites: BelarusSite[] = [
  {
    profile: {
      ...town,
      facilityId: clinic,
      type: 'districtClinic',
      names: names(
        'Liachavičy District Clinic',
        'Ляховицька районна поліклініка',
        'Ляхавіцкая раённая паліклініка',
        'Ляховичская районная поликлиника',
      ),
      population: residentsServed,
      populationOn: '2017-01-01',
      populationSource: 'Report of the project on the computerised clinic',
      links: [
        ...links('givesConsultations', consultants),
        ...links('takesReferrals', [hospital]),
        ...links('sharesRecords', [hospital]),
        ...links('ambulanceStation', stations),
      ],
    },
    stages: joined,
  },
  {
    profile: {
      ...town,
      facilityId: hospital,
      type: 'districtHospital',
      names: names(
        'Liachavičy District Hospital',
        'Ляховицька районна лікарня',
        'Ляхавіцкая раённая бальніца',
        'Ляховичская районная больница',
      ),
      links: [
        ...links('givesConsultations', consultants),
        ...links('sharesRecords', [clinic]),
        ...links('ambulanceStation', stations),
      ],
    },
    stages: joined,
  },
  station(kryvosyn, names('Kryvošyn', 'Кривошин', 'Крывошын', 'Кривошин'), 52.87, 26.13),
  station(zarabkovicy, names('Žarabkovičy', 'Жеребковичі', 'Жарабковічы', 'Жеребковичи'), 53.0, 26.45),
  station(vostrau, names('Vostraŭ', 'Острів', 'Востраў', 'Остров'), 52.9, 26.35),
  station(padliessie, names('Padliessie', 'Підлісся', 'Падлессе', 'Подлесье'), 52.95, 26.2),
  consultant({
    facilityId: baranavichy,
    type: 'cityHospital',
    region: 'BY-BR',
    names: names(
      'Baranavichy City Hospital',
      'Барановицька міська лікарня',
      'Баранавіцкая гарадская бальніца',
      'Барановичская городская больница',
    ),
    settlement: names('Baranavichy', 'Барановичі', 'Баранавічы', 'Барановичи'),
    coordinates: { lat: 53.13, lon: 26.01 },
  }),
  consultant({
    facilityId: brest,
    type: 'regionalHospital',
    region: 'BY-BR',
    names: names(
      'Brest Regional Hospital',
      'Берестейська обласна лікарня',
      'Брэсцкая абласная бальніца',
      'Брестская областная больница',
    ),
    settlement: names('Brest', 'Берестя', 'Брэст', 'Брест'),
    coordinates: { lat: 52.1, lon: 23.7 },
  }),
  consultant({
    facilityId: minsk,
    type: 'republicanCentre',
    region: 'BY-HM',
    names: names(
      'Republican centre in Minsk',
      'Республіканський центр у Мінську',
      'Рэспубліканскі цэнтр у Мінску',
      'Республиканский центр в Минске',
    ),
    settlement: names('Minsk', 'Мінськ', 'Мінск', 'Минск'),
    coordinates: { lat: 53.9, lon: 27.56 },
  }),
];
