import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsBetween } from '../../../../functions/domain/calendar.ts';
import { organisationRoles, type Donation } from '../../../../functions/domain/equipment/donation.ts';
import { donorKinds, type Donor } from '../../../../functions/domain/equipment/donor.ts';
import {
  aidTypes,
  flowTypes,
  policyMarkers,
  sdgTargets,
  sectorCodes,
  significances,
} from '../../../../functions/domain/iati/codeLists.ts';
import { organisationTypes } from '../../../../functions/domain/iati/organisationTypes.ts';
import { donorFile } from '../../../../functions/domain/iati/donorFile.ts';
import { recipientFile } from '../../../../functions/domain/iati/recipientFile.ts';
import { IatiTerms } from '../../../../functions/domain/iati/terms.ts';
import { regionCodes } from '../../../../functions/domain/countryPack.ts';
import { pack } from '../../../support/country.ts';
import { faultsIn } from '../../../support/iati/faults.ts';
import { donated, partner, sources, today, written } from '../../../support/iati/given.ts';
import { usdOf } from '../../../support/iati/money.ts';

const months = monthsBetween('2022-01', '2024-12');
/** Whatever was once kept, with something in it to see. */
const text = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('', '<', '&', ']]>', '"', 'ש', 'ع', '\u0007'),
  )
  .map(([any, sign]) => `a${sign}${any}`);
const day = fc.constantFrom(...months.slice(0, -1)).map((month) => `${month}-15`);
const reference = fc.constantFrom('XM-DAC-41114', 'XX-1', 'a<b', 'XM/1', 'x y');

const terms = fc.record<IatiTerms>(
  {
    activityId: fc.constantFrom('XM-DAC-41114-1', 'XX-1-2', 'other'),
    sectors: fc.constantFrom<IatiTerms['sectors']>(
      [{ code: sectorCodes[0], percentage: 100 }],
      sectorCodes.slice(0, 2).map((code) => ({ code, percentage: 50 })),
      [{ code: sectorCodes[3], percentage: 10 }],
    ),
    sdgTargets: fc.subarray([...sdgTargets]),
    policyMarkers: fc.constantFrom(policyMarkers.map((code) => ({ code, significance: significances[1] }))),
    flowType: fc.constantFrom(...flowTypes),
    aidType: fc.constantFrom(...aidTypes),
  },
  { requiredKeys: [] },
);

const donation = (donationId: string): fc.Arbitrary<Donation> =>
  fc
    .record({
      title: text,
      pledgedOn: day,
      agreesAfter: fc.option(fc.nat(20), { nil: undefined }),
      lasts: fc.option(fc.nat(900), { nil: undefined }),
      organisations: fc.array(fc.record({ role: fc.constantFrom(...organisationRoles), name: text }), {
        maxLength: 3,
      }),
      cents: fc.array(fc.nat(100_000_000), { minLength: 1, maxLength: 3 }),
      iati: fc.option(terms, { nil: undefined }),
    })
    .map(({ title, pledgedOn, agreesAfter, lasts, organisations, cents, iati }) => {
      const later = (days: number) =>
        new Date(Date.parse(pledgedOn) + days * 86_400_000).toISOString().slice(0, 10);
      const agreedOn = agreesAfter === undefined ? undefined : later(agreesAfter);
      const endsOn = lasts === undefined ? undefined : later(20 + lasts);
      const [line] = donated().lines;
      return donated({
        donationId,
        title,
        pledgedOn,
        ...(agreedOn && { agreedOn }),
        ...(endsOn && { endsOn }),
        organisations,
        ...(iati && { iati }),
        lines: line ? cents.map((usdCents, index) => ({ ...line, lineId: `l${index}`, usdCents })) : [],
      });
    });

const row = (rows: string[]) =>
  fc.record({
    row: fc.constantFrom(...rows),
    month: fc.constantFrom(...months),
    amounts: fc.record({
      aidReceivedUsd: fc.nat(100_000_000),
      unitsShipped: fc.nat(9),
      unitsInUse: fc.nat(9),
      unitsPlanned: fc.nat(9),
    }),
  });

const donor: fc.Arbitrary<Donor> = fc
  .record({
    names: fc.record({ uk: text, en: fc.option(text, { nil: undefined }) }),
    kind: fc.constantFrom(...donorKinds),
    reference: fc.option(reference, { nil: undefined }),
    organisationType: fc.option(fc.constantFrom(...organisationTypes), { nil: undefined }),
  })
  .map(({ names, kind, reference: own, organisationType }) => ({
    ...partner,
    names: { uk: names.uk, ...(names.en && { en: names.en }) },
    kind,
    reference: own,
    ...(organisationType && { organisationType }),
  }));

const given = fc.record({
  donor,
  donations: fc.tuple(donation('aid'), donation('more-aid')),
  ofDonations: fc.array(row(['aid', 'more-aid', 'of-another']), { maxLength: 12 }),
  byRegion: fc.array(row(regionCodes(pack)), { maxLength: 12 }),
});

test('whatever was given, the files are well-formed and valid, and their money is that of the sums', () => {
  fc.assert(
    fc.property(given, ({ donor: who, ...records }) => {
      const all = sources(records);
      const [ministry, own] = [recipientFile([who], all), donorFile(who, all)];
      const told = written(ministry);

      expect(faultsIn(told, today)).toEqual([]);
      if (own.document) expect(faultsIn(written(own), today)).toEqual([]);
      const leftOut = ministry.gaps.filter(({ isLeftOut }) => isLeftOut).map(({ donationId }) => donationId);
      const cents = records.ofDonations
        .filter((one) => one.row !== 'of-another' && !leftOut.includes(one.row))
        .reduce((sum, { amounts }) => sum + amounts.aidReceivedUsd, 0);
      expect(Math.round(Number(usdOf(told, '1')) * 100)).toBe(cents);
    }),
    { numRuns: 150 },
  );
});
