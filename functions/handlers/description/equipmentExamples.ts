import type { CountryPack } from '../../domain/countryPack.ts';
import { consignmentRow } from '../../domain/equipment/consignmentRow.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Donation } from '../../domain/equipment/donation.ts';
import type { Donor } from '../../domain/equipment/donor.ts';
import type { ProperNames } from '../../domain/names.ts';
import { at, by, key } from './circumstances.ts';

interface Place {
  facilityId: string;
  names: ProperNames;
  region: string;
}

/** One story of a donation and the units of it that go to a facility. */
export function equipmentStory(pack: CountryPack, { facilityId, names, region }: Place) {
  const donor: Donor = { donorId: 'who', names, kind: 'multilateral', reference: 'XM-DAC-928', version: 1 };
  const equipmentType = pack.equipmentTypes[0]?.code ?? '';
  const line = {
    lineId: 'l1',
    equipmentType,
    quantity: 40,
    unitValue: 250_000,
    usdRate: '1.0868',
    usdRateOn: '2024-03-01',
  };
  const agreement = {
    title: 'Portable sets for rural clinics',
    reference: 'EU-2024-117',
    pledgedOn: '2024-03-01',
    currency: 'EUR',
    lines: [line],
  };
  const donation: Donation = {
    donationId: 'rural-sets',
    donorId: donor.donorId,
    ...agreement,
    lines: [{ ...line, usdCents: 10_868_000, planned: { units: 2, usdCents: 543_400 } }],
    version: 2,
    consignments: 1,
  };
  const to = { placeId: facilityId, region };
  const consignment: Consignment = {
    consignmentId: 'rural-sets.1',
    source: { kind: 'donation', donationId: donation.donationId, donorId: donor.donorId, lineId: 'l1' },
    equipmentType,
    units: 2,
    usdCents: 543_400,
    version: 2,
    parts: 0,
    log: [
      { eventId: 1, kind: 'planned', date: '2024-04-02', at, by, to },
      { eventId: 2, kind: 'shipped', date: '2024-05-14', at, by },
    ],
  };
  const place = { placeId: facilityId, names, region };
  return { donor, agreement, donation, consignment, place };
}

/** An example for each operation on donors, donations and consignments. */
export function equipmentExamples({ donor, agreement, donation, consignment, place }: Told) {
  const { version: _, donorId, ...profile } = donor;
  const { donationId } = donation;
  const { placeId } = place;
  const row = consignmentRow(consignment);
  const equipment = { consignments: row ? [row] : [], places: [place] };
  const history = (action: 'register' | 'addEvent') => ({
    answer: { lines: [{ version: 1, at, by, action, changes: [] }] },
  });
  const corrected: Donation = {
    ...donation,
    version: 4,
    lines: donation.lines.map((line) => ({
      ...line,
      usdRate: '1.0788',
      usdRateOn: '2024-03-04',
      usdCents: 10_788_000,
      planned: { units: 2, usdCents: 539_400 },
      rateCorrections: 1,
    })),
  };
  const xml = '<?xml version="1.0" encoding="UTF-8"?><iati-activities version="2.03">…</iati-activities>';
  const [planned, shipped] = consignment.log;
  const reason = 'The partner looks at each place itself.';
  const facts = { serialNumbers: ['PD-10482', 'PD-10483'], accountableUntil: '2029-12-31' };
  const told = (kind: 'received' | 'missing', eventId: number) => ({
    eventId,
    kind,
    date: '2024-05-20',
    at,
    by,
  });
  return {
    'donors.list': { answer: { donors: [donor] } },
    'donors.get': { answer: donor },
    'donors.history': history('register'),
    'donors.register': { body: { basedOn: 0, ...key, donorId, ...profile }, answer: donor },
    'donors.edit': { body: { basedOn: 1, ...key, ...profile }, answer: { ...donor, version: 2 } },
    'donations.list': {
      answer: {
        donations: [donation],
        progress: [
          { donationId: donation.donationId, figures: { unitsShipped: 2, aidShippedUsd: 1_080_000 } },
        ],
      },
    },
    'donations.get': { answer: donation },
    'donations.history': history('register'),
    'donations.register': {
      body: { basedOn: 0, ...key, donationId, donorId, ...agreement },
      answer: donation,
    },
    'donations.edit': {
      body: { basedOn: 2, ...key, ...agreement, title: 'Portable sets' },
      answer: { ...donation, version: 3, title: 'Portable sets' },
    },
    'donations.plan': {
      body: { ...key, lineId: 'l1', date: '2024-04-02', rows: [{ placeId, units: 2 }] },
      answer: { rows: [{ placeId, units: 2, consignmentId: consignment.consignmentId }] },
    },
    'donations.correctRate': {
      body: {
        basedOn: 2,
        ...key,
        usdRate: '1.0788',
        usdRateOn: '2024-03-04',
        reason: 'The rate of the day before was taken.',
      },
      answer: corrected,
    },
    'donations.followRate': { body: key, answer: corrected },
    'donations.overrideReadiness': {
      body: { ...key, reason },
      answer: { ...donation, version: 3, readinessOverride: { reason, by, on: '2024-05-13' } },
    },
    'donations.consignments': { answer: equipment },
    'iati.recipient': { answer: { file: { name: 'iati-recipient-2024-12-03.xml', xml }, gaps: [] } },
    'iati.donor': {
      answer: {
        gaps: [
          {
            donationId,
            donorId,
            title: donation.title,
            reason: 'referenceMissing' as const,
            isLeftOut: true,
          },
        ],
      },
    },
    'consignments.list': { answer: equipment },
    'consignments.atPlace': { answer: equipment },
    'consignments.get': { answer: { consignment, places: [place] } },
    'consignments.history': history('addEvent'),
    'consignments.register': {
      body: {
        ...key,
        consignmentId: 'stock-k3v9x2',
        source: { kind: 'state' },
        equipmentType: consignment.equipmentType,
        units: 1,
        log: [
          { kind: 'planned', date: '2023-02-01', to: placeId },
          { kind: 'shipped', date: '2023-02-10' },
          { kind: 'received', date: '2023-02-12' },
        ],
      },
      answer: {
        ...consignment,
        consignmentId: 'stock-k3v9x2',
        source: { kind: 'state' as const },
        units: 1,
        usdCents: 0,
        version: 1,
      },
    },
    'consignments.import': {
      body: {
        ...key,
        isDryRun: true,
        rows: [
          {
            placeId,
            inventoryNumber: '10148-22',
            equipmentType: consignment.equipmentType,
            units: 1,
            source: { kind: 'own' },
            receivedOn: '2022-03-01',
            installedOn: '2022-03-04',
          },
        ],
      },
      answer: {
        rows: [{ consignmentId: 'stock-0a1b2c3d4e5f60718293a4b5', outcome: 'new' as const }],
      },
    },
    'consignments.addEvent': {
      body: { ...key, placeId, kind: 'shipped', date: '2024-05-14' },
      answer: consignment,
    },
    'consignments.receive': {
      body: { ...key, placeId, date: '2024-05-20', working: 1, damaged: 0 },
      answer: {
        ...consignment,
        units: 1,
        usdCents: 271_700,
        parts: 1,
        version: 3,
        log: [...consignment.log, told('missing', 3)],
      },
    },
    'consignments.strikeOut': {
      body: { ...key, placeId, eventId: 2, reason: 'They left a week later.' },
      answer: {
        ...consignment,
        version: 3,
        log: [
          ...(planned ? [planned] : []),
          ...(shipped ? [{ ...shipped, struckOut: { by, at, reason: 'They left a week later.' } }] : []),
        ],
      },
    },
    'consignments.correctFacts': {
      body: { basedOn: 2, ...key, placeId, ...facts },
      answer: { ...consignment, ...facts, version: 3 },
    },
  };
}

type Told = ReturnType<typeof equipmentStory>;
