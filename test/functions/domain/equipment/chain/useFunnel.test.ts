import { describe, expect, test } from 'vitest';
import type { Contribution } from '../../../../../functions/domain/contribution.ts';
import { regionCodes } from '../../../../../functions/domain/countryPack.ts';
import { registerDonation } from '../../../../../functions/domain/equipment/agreement.ts';
import type { Consignment } from '../../../../../functions/domain/equipment/consignment.ts';
import { consignmentContributions } from '../../../../../functions/domain/equipment/consignmentContributions.ts';
import { followPlaces } from '../../../../../functions/domain/equipment/consignmentRules.ts';
import { donationContributions } from '../../../../../functions/domain/equipment/donationContributions.ts';
import { useFunnel } from '../../../../../functions/domain/equipment/chain/useFunnel.ts';
import { cubeOf } from '../../../../../functions/domain/progress.ts';
import { testPack } from '../../../../support/builders.ts';
import {
  agreement,
  consignment,
  inUse,
  lviv,
  odesa,
  places,
  telling,
} from '../../../../support/equipment.ts';
import type { Told } from '../../../../support/equipment.ts';

const pledge = registerDonation({ donationId: 'aid', donorId: 'donor-1' }, agreement, {
  ...telling,
  pack: testPack,
  solutions: [],
});
const lost: Told[] = [
  ['shipped', '05-01'],
  ['lost', '06-01'],
];

/** The funnel of all that is given, from ten tablets that were pledged. */
function funnelOf(consignments: Consignment[], rows?: string[]) {
  const all = [
    ...donationContributions(pledge, testPack),
    ...consignments.flatMap((one) => consignmentContributions(one, testPack)),
  ].filter(({ scope }) => scope === 'equipment:all');
  return useFunnel(cubeOf(all, regionCodes(testPack)), rows);
}

const units = ({ steps }: ReturnType<typeof useFunnel>) => steps.map(({ step, units }) => [step, units]);

describe('the use funnel', () => {
  test('counts units and their value at every step, and says what became of those that came no further', () => {
    const funnel = funnelOf([
      consignment(inUse, { consignmentId: 'aid.1', units: 4, usdCents: 100 }),
      consignment(lost, { consignmentId: 'aid.2', units: 2, usdCents: 50 }),
      consignment([], { consignmentId: 'aid.3', units: 1, usdCents: 25 }),
    ]);

    expect(
      funnel.steps.map(({ step, units, usdCents, missing }) => [step, units, usdCents, missing]),
    ).toEqual([
      ['pledged', 10, 271_700, []],
      [
        'shipped',
        6,
        150,
        [
          { why: 'unplanned', units: 3, usdCents: 271_525 },
          { why: 'open', units: 1, usdCents: 25 },
        ],
      ],
      ['received', 4, 100, [{ why: 'lost', units: 2, usdCents: 50 }]],
      ['installed', 4, 100, []],
      ['firstUse', 4, 100, []],
    ]);
    expect(funnel.ended).toEqual([]);
  });

  test('what is missing at a step sums to what the one before has more', () => {
    const { steps } = funnelOf([consignment(inUse.slice(0, 2)), consignment(lost, { units: 3 })]);

    for (const [index, { missing, units, usdCents }] of steps.entries()) {
      const before = steps[index - 1];
      if (!before) continue;
      expect(missing.reduce((sum, one) => sum + one.units, 0)).toBe(before.units - units);
      expect(missing.reduce((sum, one) => sum + one.usdCents, 0)).toBe(before.usdCents - usdCents);
    }
  });

  test('what ends after its first use stays counted there, and is told apart', () => {
    const funnel = funnelOf([consignment([...inUse, ['scrapped', '06-01']])]);

    expect(units(funnel).at(-1)).toEqual(['firstUse', 4]);
    expect(funnel.ended).toEqual([{ why: 'scrapped', units: 4, usdCents: 100_001 }]);
  });

  test('ends with the units that approved reports of a month show in use, and says why the others are not', () => {
    const all = [
      ...donationContributions(pledge, testPack),
      ...[
        consignment(inUse, { consignmentId: 'aid.1', units: 5, usdCents: 500 }),
        consignment([...inUse, ['scrapped', '06-01']], { consignmentId: 'aid.2', units: 1, usdCents: 100 }),
      ].flatMap((one) => consignmentContributions(one, testPack)),
    ].filter(({ scope }) => scope === 'equipment:all');
    const reported = (month: string, units: number): Contribution => ({
      scope: 'equipment:all',
      row: 'UA-46',
      month,
      amounts: { unitsUsed: units, aidUsedUsd: 100 * units, unitsNotUsed: 1, aidNotUsedUsd: 100 },
    });
    const cube = cubeOf([...all, reported('2024-04', 4), reported('2024-05', 3)], regionCodes(testPack));
    const last = (month?: string, rows = cube.rows) => useFunnel(cube, rows, month).steps.at(-1);

    expect(last('2024-05')).toEqual({
      step: 'used',
      units: 3,
      usdCents: 300,
      missing: [
        { why: 'notUsed', units: 1, usdCents: 100 },
        { why: 'useNotKnown', units: 1, usdCents: 100 },
        { why: 'scrapped', units: 1, usdCents: 100 },
      ],
    });
    expect(last('2024-04')?.units).toBe(4);
    expect(last('2023-01')).toMatchObject({ units: 0, missing: [{ why: 'useNotKnown', units: 5 }, {}] });
    expect(last('2024-05', ['UA-51'])).toMatchObject({ units: 0, missing: [] });
    expect(last()).toMatchObject({ step: 'firstUse', units: 6 });
  });

  test('says before that where someone can use them, once reports of the month say so; each step loses what is missing', () => {
    const given = consignment(inUse, { consignmentId: 'aid.1', units: 8, usdCents: 800 });
    const ended = consignment([...inUse, ['scrapped', '06-01']], {
      consignmentId: 'aid.2',
      units: 1,
      usdCents: 100,
    });
    const worth = (name: string, units: number) => ({
      [`units${name}`]: units,
      [`aid${name}Usd`]: 100 * units,
    });
    const month = {
      ...{ ...worth('Used', 3), ...worth('NotUsed', 3) },
      ...{ ...worth('Staffed', 5), ...worth('Unstaffed', 2), ...worth('StaffedNotUsed', 1) },
    };
    const all = [given, ended].flatMap((one) => consignmentContributions(one, testPack));
    const reported: Contribution = { scope: 'equipment:all', row: 'UA-46', month: '2024-05', amounts: month };
    const cube = cubeOf(
      [...all.filter(({ scope }) => scope === 'equipment:all'), reported],
      regionCodes(testPack),
    );

    const [firstUse, staffed, used] = useFunnel(cube, cube.rows, '2024-05').steps.slice(-3);
    expect([firstUse?.units, staffed?.units, used?.units]).toEqual([9, 5, 3]);
    expect(staffed?.missing.map(({ why, units }) => [why, units])).toEqual([
      ['unstaffed', 2],
      ['staffNotKnown', 1],
      ['scrapped', 1],
    ]);
    expect(used?.missing.map(({ why, units, usdCents }) => [why, units, usdCents])).toEqual([
      ['notUsed', 1, 100],
      ['useNotKnown', 1, 100],
    ]);
  });

  test('of a region it begins with what is planned there; units that moved are where they are now', () => {
    const moved = consignment([
      ...inUse,
      ['transferOffered', '05-01', { to: odesa.placeId }],
      ['transferAccepted', '05-02'],
      ['shipped', '05-03'],
      ['received', '06-03'],
    ]);

    expect(units(funnelOf([moved], ['UA-46'])).map(([, count]) => count)).toEqual([0, 0, 0, 0, 0]);
    expect(units(funnelOf([moved], ['UA-51']))).toEqual(
      ['planned', 'shipped', 'received', 'installed', 'firstUse'].map((step) => [step, 4]),
    );
  });

  test('they stay in the month in which they were planned, whatever happens later', () => {
    const monthsOf = (one: Consignment) =>
      consignmentContributions(one, testPack).flatMap(({ scope, month }) =>
        scope === 'equipment:all' ? [month] : [],
      );

    expect(monthsOf(consignment([...inUse, ['scrapped', '11-01']]))).toEqual(['2024-02']);
  });

  test('a facility’s move to another region takes its units along', () => {
    const formerRegions = [{ region: 'UA-46', until: '2024-06-10', by: 'x' }];
    const now = new Map([...places, [lviv.placeId, { ...lviv, region: 'UA-51', formerRegions }]]);
    const { after } = followPlaces(consignment(inUse), now);

    expect(units(funnelOf([after], ['UA-46'])).at(-1)).toEqual(['firstUse', 0]);
    expect(units(funnelOf([after], ['UA-51'])).at(-1)).toEqual(['firstUse', 4]);
  });

  test('says how long half of the units took from the step before', () => {
    const days = (funnel: ReturnType<typeof useFunnel>) => funnel.steps.map((step) => step.days?.half);

    // 29 days to the shipment, 9 to the receipt, 22 to the installation, 4 to the first use.
    expect(days(funnelOf([consignment(inUse)]))).toEqual([
      undefined,
      { days: 22 },
      { days: 11 },
      { days: 22 },
      { days: 4 },
    ]);
  });

  test('of a type, a solution and a donor the same is kept in a scope of its own, of another source nothing', () => {
    const scopesOf = (one: Consignment) =>
      new Set(
        consignmentContributions(one, testPack).flatMap(({ scope, amounts }) =>
          Object.keys(amounts).some((name) => name.startsWith('furthest.')) ? [scope] : [],
        ),
      );
    const terms = {
      version: 1,
      capability: 'pregnancyMonitoring',
      equipmentTypes: ['tablet'],
      indicators: [],
    };
    const given = consignment(inUse, { solution: { solutionId: 'tele', terms } });

    expect(scopesOf(given)).toEqual(
      new Set(['equipment:all', 'donor:donor-1', 'type:tablet', 'solution:tele']),
    );
    expect(scopesOf(consignment(inUse, { source: { kind: 'state' } }))).toEqual(new Set());
  });
});
