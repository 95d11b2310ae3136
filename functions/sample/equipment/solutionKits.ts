import type { Site } from '../dueReports.ts';
import { closing } from './agreements.ts';
import type { Allotment } from './allotment.ts';
import { given, lostOn, plannedOn, receivedOn, underWaySince } from './giving.ts';

/** The published numbers of facilities with equipment for a solution; those of rehabilitation are invented. */
export const equippedWith = {
  pregnancyMonitoring: 182,
  selfExamination: 30,
  aiCt: 5,
  virtualOperatingRoom: 2,
  arNeurorehabilitation: 8,
} as const;

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
