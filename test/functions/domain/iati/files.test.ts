import { describe, expect, test } from 'vitest';
import type { LocationPolicy } from '../../../../functions/domain/countryPack.ts';
import { donorFile } from '../../../../functions/domain/iati/donorFile.ts';
import { recipientFile } from '../../../../functions/domain/iati/recipientFile.ts';
import { pack } from '../../../support/country.ts';
import { faultsIn } from '../../../support/iati/faults.ts';
import { donated, partner, received, sources, today, written } from '../../../support/iati/given.ts';
import { usdOf } from '../../../support/iati/money.ts';
import { at, parsed, type Node } from '../../../support/iati/parsed.ts';
import { toldRegions, toldRows } from '../../../../functions/domain/toldOutside.ts';

const agreed = donated({ agreedOn: '2024-02-01', endsOn: '2025-06-30' });
const some = sources({
  donations: [agreed],
  ofDonations: [received('2024-03', 100_001), received('2024-12', 50_000), received('2024-04', 7, 'other')],
});
const codeOf = (node: Node | undefined) => node?.attributes['code'];
const activityOf = (xml: string, identifier: string): Node => {
  const found = at(parsed(xml), 'iati-activity').find(
    (one) => at(one, 'iati-identifier')[0]?.text === identifier,
  );
  if (!found) throw new Error(`There is no ${identifier}.`);
  return found;
};
const moneyOf = (activity: Node) =>
  at(activity, 'transaction').map((one) => [
    codeOf(at(one, 'transaction-type')[0]),
    at(one, 'transaction-date')[0]?.attributes['iso-date'],
    at(one, 'value')[0]?.text,
    codeOf(at(one, 'disbursement-channel')[0]),
  ]);

describe("the ministry's file", () => {
  const xml = written(recipientFile([partner], some));
  const activity = activityOf(xml, 'UA-EDR-00012925-aid');

  test('tells the pledge, the agreement, and month by month what was received in kind', () => {
    expect(faultsIn(xml, today)).toEqual([]);
    expect(moneyOf(activity)).toEqual([
      ['13', '2024-01-15', '2717.00', undefined],
      ['11', '2024-02-01', '2717.00', undefined],
      ['1', '2024-03-31', '1000.01', '4'],
      ['1', '2024-12-03', '500.00', '4'],
    ]);
    const [provider] = at(activity, 'transaction', 'provider-org');
    const [receiver] = at(activity, 'transaction', 'receiver-org');
    expect(provider?.attributes).toEqual({ ref: 'XM-DAC-41114', type: '40' });
    expect(receiver?.attributes['ref']).toBe('UA-EDR-00012925');
  });

  test("names the donor's own activity where that is known, and the day of the rate", () => {
    const known = written(
      recipientFile([partner], {
        ...some,
        donations: [{ ...agreed, iati: { activityId: 'XM-DAC-41114-7' } }],
      }),
    );
    const [transaction] = at(activityOf(known, 'UA-EDR-00012925-aid'), 'transaction');

    expect(transaction && at(transaction, 'provider-org')[0]?.attributes['provider-activity-id']).toBe(
      'XM-DAC-41114-7',
    );
    expect(transaction && at(transaction, 'value')[0]?.attributes).toEqual({
      currency: 'USD',
      'value-date': '2024-01-15',
    });
  });

  test('tells a donation of a donor without an identifier by name, and says that portals may not show it', () => {
    const { reference: _, ...nameless } = partner;
    const exported = recipientFile([nameless], some);

    expect(faultsIn(written(exported), today)).toEqual([]);
    expect(usdOf(written(exported), '1')).toBe('1500.01');
    expect(exported.gaps).toEqual([
      {
        donationId: 'aid',
        donorId: 'donor-1',
        title: agreed.title,
        reason: 'referenceMissing',
        isLeftOut: false,
      },
    ]);
  });

  test.each([
    ['whose donor is not on record', [], agreed, 'donorUnknown'],
    [
      'whose sectors are not all of it',
      [partner],
      { ...agreed, iati: { sectors: [{ code: '12191' as const, percentage: 60 }] } },
      'sectorsPartial',
    ],
    ['that is agreed on a day to come', [partner], { ...agreed, agreedOn: '2024-12-04' }, 'dateAhead'],
  ])('leaves out a donation %s, and says so', (_, donors, donation, reason) => {
    const exported = recipientFile(donors, { ...some, donations: [donation] });

    expect(exported.gaps.map((gap) => [gap.reason, gap.isLeftOut])).toEqual([[reason, true]]);
    expect(faultsIn(written(exported), today)).toEqual([]);
    expect(usdOf(written(exported), '1')).toBe('0.00');
  });

  test('tells a donation that two organisations fund once, and its results as not additive', () => {
    const together = donated({
      organisations: [
        { role: 'funding', name: 'Second Fund' },
        { role: 'implementing', name: 'Logistics' },
        { role: 'counterpart', name: 'Regional departments' },
      ],
    });
    const shared = written(recipientFile([partner], { ...some, donations: [together] }));
    const told = activityOf(shared, 'UA-EDR-00012925-aid');

    expect(faultsIn(shared, today)).toEqual([]);
    expect(
      at(told, 'participating-org').map((org) => [org.attributes['role'], at(org, 'narrative').at(-1)?.text]),
    ).toEqual([
      ['1', 'Care Fund'],
      ['2', 'Ministry of Health of Ukraine'],
      ['1', 'Second Fund'],
      ['4', 'Logistics'],
      ['2', 'Regional departments'],
    ]);
    expect(usdOf(shared, '1')).toBe('1500.01');
    expect(moneyOf(told).at(-1)?.[3]).toBe('3');
    expect(at(told, 'result')[0]?.attributes['aggregation-status']).toBe('false');
    expect(at(activity, 'result')[0]?.attributes['aggregation-status']).toBe('true');
  });
});

describe("a donor's file", () => {
  test('is its own: pledged, committed and disbursed to the ministry', () => {
    const xml = written(donorFile(partner, some));
    const activity = activityOf(xml, 'XM-DAC-41114-aid');

    expect(faultsIn(xml, today)).toEqual([]);
    expect(moneyOf(activity).map(([type]) => type)).toEqual(['12', '2', '3', '3']);
    expect(
      at(parsed(xml), 'iati-activity', 'reporting-org').map(({ attributes }) => attributes['ref']),
    ).toEqual(['XM-DAC-41114', 'XM-DAC-41114']);
    expect(at(activity, 'transaction', 'receiver-org')[0]?.attributes).toEqual({
      ref: 'UA-EDR-00012925',
      type: '10',
      'receiver-activity-id': 'UA-EDR-00012925-aid',
    });
  });

  test.each([
    ['referenceMissing', undefined],
    ['referenceUnfit', 'XM/DAC|1'],
  ])('is none for a donor without an identifier that the rules allow: %s', (reason, reference) => {
    const { reference: _, ...nameless } = partner;
    const exported = donorFile({ ...nameless, ...(reference && { reference }) }, some);

    expect(exported.document).toBeUndefined();
    expect(exported.gaps.map((gap) => [gap.reason, gap.isLeftOut])).toEqual([[reason, true]]);
  });

  test("leaves out activities under another's identifier, or under one that another has", () => {
    const withId = (donationId: string, activityId: string) => ({
      ...agreed,
      donationId,
      iati: { activityId },
    });
    const exported = donorFile(partner, {
      ...some,
      donations: [
        withId('one', 'XM-DAC-41114-7'),
        withId('two', 'XM-DAC-41114-7'),
        withId('three', 'XM-DAC-1-7'),
        withId('four', 'XM-DAC-41114-UA-TELEMEDICINE'),
      ],
    });

    expect(exported.gaps.map(({ donationId, reason }) => [donationId, reason])).toEqual([
      ['two', 'activityIdTwice'],
      ['three', 'activityIdForeign'],
      ['four', 'activityIdTwice'],
    ]);
    expect(faultsIn(written(exported), today)).toEqual([]);
  });

  test('is none where nothing was given', () => {
    expect(donorFile(partner, sources({ donations: [] }))).toEqual({ gaps: [] });
  });
});

describe('what became of the units', () => {
  const row = (region: string, month: string, unitsInUse: number) => ({
    row: region,
    month,
    amounts: { unitsInUse, unitsShipped: 1 },
  });
  const byRegion = [row('UA-46', '2023-05', 3), row('UA-51', '2024-02', 2), row('UA-46', '2024-06', -1)];
  const policed = (locationPolicy: LocationPolicy) => {
    const regions = toldRegions([], { ...pack, locationPolicy });
    const rows = byRegion.map((one) => ({ ...one, scope: 'country' as const }));
    const told = toldRows(rows, { regions, country: pack.country });
    return activityOf(
      written(recipientFile([partner], { ...some, byRegion: told })),
      'UA-EDR-00012925-TELEMEDICINE',
    );
  };

  test('is told year by year, in all and by region', () => {
    const inUse = at(policed('region'), 'result', 'indicator').at(-1);
    const periods = (inUse ? at(inUse, 'period') : []).map((period) => [
      at(period, 'period-end')[0]?.attributes['iso-date'],
      at(period, 'actual').map((one) => [at(one, 'location')[0]?.attributes['ref'], one.attributes['value']]),
    ]);

    expect(periods).toEqual([
      ['2022-12-31', [[undefined, '0']]],
      [
        '2023-12-31',
        [
          [undefined, '3'],
          ['UA-46', '3'],
        ],
      ],
      [
        '2024-12-03',
        [
          [undefined, '4'],
          ['UA-46', '2'],
          ['UA-51', '2'],
        ],
      ],
    ]);
  });

  test.each([
    ['exact', 2],
    ['settlement', 2],
    ['region', 2],
    ['hidden', 0],
  ] as const)(
    'tells no more of places than the policy %s lets out: %i regions, never a point',
    (policy, n) => {
      const programme = policed(policy);
      const places = at(programme, 'location');

      expect(places).toHaveLength(n);
      for (const place of places) {
        expect(place.children.map(({ name }) => name)).toEqual([
          'location-reach',
          'name',
          'exactness',
          'location-class',
        ]);
        expect([codeOf(at(place, 'exactness')[0]), codeOf(at(place, 'location-class')[0])]).toEqual([
          '2',
          '1',
        ]);
      }
      expect(at(programme, 'result', 'indicator', 'period', 'actual', 'location').length > 0).toBe(n > 0);
    },
  );
});

test.each([
  ['markup', 'Kits <b>&amp; "more"</b> ]]> <!-- x'],
  ['right-to-left text', 'أجهزة للعيادات — ערכות'],
  ['signs beyond the basic plane', 'Kits 🩺 𝒳'],
])('a title with %s is told as it is', (_, title) => {
  const xml = written(recipientFile([partner], { ...some, donations: [{ ...agreed, title }] }));

  expect(faultsIn(xml, today)).toEqual([]);
  expect(at(activityOf(xml, 'UA-EDR-00012925-aid'), 'title', 'narrative')[0]?.text).toBe(title);
});

test('control characters and halves of characters are left out', () => {
  const title = 'Ki\u0000t\u0008s\u001b \ud83d one\ufffe';
  const xml = written(recipientFile([partner], { ...some, donations: [{ ...agreed, title }] }));

  expect(faultsIn(xml, today)).toEqual([]);
  expect(at(activityOf(xml, 'UA-EDR-00012925-aid'), 'title', 'narrative')[0]?.text).toBe('Kits \ufffd one');
});
