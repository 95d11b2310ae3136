import { expect, test } from 'vitest';
import type { Scope } from '../../../functions/domain/contribution.ts';
import { addedUp } from '../../../functions/domain/contribution.ts';
import { registerDonation } from '../../../functions/domain/equipment/agreement.ts';
import { Consignment } from '../../../functions/domain/equipment/consignment.ts';
import { consignmentContributions } from '../../../functions/domain/equipment/consignmentContributions.ts';
import { donorScope } from '../../../functions/domain/equipment/chain/chainScopes.ts';
import { donationsScope } from '../../../functions/domain/equipment/donationContributions.ts';
import { registerDonor } from '../../../functions/domain/equipment/donor.ts';
import { donorFile } from '../../../functions/domain/iati/donorFile.ts';
import { elementsOf } from '../../../functions/domain/iati/elements.ts';
import type { Exported } from '../../../functions/domain/iati/exported.ts';
import { recipientFile } from '../../../functions/domain/iati/recipientFile.ts';
import { xmlOf } from '../../../functions/handlers/http/xml.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { placesOf } from '../../../functions/sample/equipment/aid.ts';
import { sampleDonors } from '../../../functions/sample/equipment/donors.ts';
import { unitsAfter } from '../../../functions/sample/equipment/unitsEvent.ts';
import { sampleOf, sampleToday } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/timeline.ts';
import { faultsIn } from '../../support/iati/faults.ts';
import { usdOf } from '../../support/iati/money.ts';

const pack = packFor('UA');
const sample = sampleOf(pack);
const states = sample.timelines.map((timeline) => replayed(timeline, pack));
const places = placesOf(states.flatMap(({ facility }) => (facility ? [{ profile: facility }] : [])));
const planned = [...states.flatMap(({ consignments }) => consignments), ...sample.movedOn.planned];
const units = [...unitsAfter({ planned, events: sample.movedOn.events }, places).values()];
const counted = addedUp(units.flatMap((one) => consignmentContributions(Consignment.parse(one), pack)));
const rowsOf = (wanted: Scope) => counted.filter(({ scope }) => scope === wanted);

const solutions = sample.solutions.flatMap(([solution]) => solution?.solutionId ?? []);
const donations = sample.gifts.map(({ pledge: { agreement, donationId, donorId } }) =>
  registerDonation({ donationId, donorId }, agreement, { pack, today: sampleToday, solutions }),
);
const donors = Object.entries(sampleDonors).map(([donorId, profile]) =>
  registerDonor(donorId, profile, pack),
);
const sources = (byRegion: Scope) => ({
  pack,
  donations,
  ofDonations: rowsOf(donationsScope),
  byRegion: rowsOf(byRegion),
  today: sampleToday,
  at: `${sampleToday}T08:00:00.000Z`,
});
const written = ({ document }: Exported): string => (document ? xmlOf(elementsOf(document)) : '');

test("the ministry's file is valid, and its incoming funds are the published four million dollars", () => {
  const exported = recipientFile(donors, sources('country'));
  const xml = written(exported);

  expect(faultsIn(xml, sampleToday)).toEqual([]);
  expect(usdOf(xml, '1')).toBe('4000000.00');
  expect(usdOf(xml, '13')).toBe(usdOf(xml, '11'));
  expect(exported.gaps).toEqual([
    {
      donationId: 'oriel-2023',
      donorId: 'oriel-devices',
      title: 'Self-examination platforms and rehabilitation kits',
      reason: 'referenceMissing',
      isLeftOut: false,
    },
  ]);
});

test('the files of the donors are valid, and tell together what the ministry got of them', () => {
  const files = donors.map((donor) => {
    const own = donations.filter(({ donorId }) => donorId === donor.donorId);
    return donorFile(donor, { ...sources(donorScope(donor.donorId)), donations: own });
  });
  const xmls = files.map(written).filter(Boolean);

  expect(xmls).toHaveLength(3);
  for (const xml of xmls) expect(faultsIn(xml, sampleToday)).toEqual([]);
  const given = xmls.map((xml) => Number(usdOf(xml, '3'))).reduce((sum, one) => sum + one, 0);
  const unreported = donations.filter(({ donorId }) => donorId === 'oriel-devices');
  const cents = rowsOf(donationsScope)
    .filter(({ row }) => unreported.some(({ donationId }) => donationId === row))
    .reduce((sum, { amounts }) => sum + (amounts['aidReceivedUsd'] ?? 0), 0);
  expect(given + cents / 100).toBe(4_000_000);
  expect(
    files.flatMap(({ gaps }) => gaps.map(({ donationId, isLeftOut }) => [donationId, isLeftOut])),
  ).toEqual([['oriel-2023', true]]);
});
