import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOf, monthsBetween, type Month } from '../../../../functions/domain/calendar.ts';
import type { Contribution } from '../../../../functions/domain/contribution.ts';
import { regionCodes } from '../../../../functions/domain/countryPack.ts';
import { edit, type Facility } from '../../../../functions/domain/facility/facility.ts';
import { facilityContributions } from '../../../../functions/domain/facility/facilityContributions.ts';
import {
  firstDayToMove,
  moveToRegion,
  placeOfMove,
} from '../../../../functions/domain/facility/facilityMove.ts';
import { regionInMonth } from '../../../../functions/domain/facility/facilityRegion.ts';
import { owesReport } from '../../../../functions/domain/report/liveMonths.ts';
import { approve, submit } from '../../../../functions/domain/report/monthlyReport.ts';
import { cubeOf, ProgressSums } from '../../../../functions/domain/progress.ts';
import { anyFacility } from '../../../support/anyFacility.ts';
import { figures, liveFacility, reportCase, testPack } from '../../../support/builders.ts';

const today = '2024-12-03';
const pack = testPack;
const regions = regionCodes(pack);
const months = monthsBetween('2022-01', '2025-01');
const other = (region: string) => (region === 'UA-46' ? 'UA-51' : 'UA-46');

const moved = (facility: Facility, date: string, region = other(facility.region)) =>
  moveToRegion(facility, { region, date, by: 'admin' }, { pack, today });

const refused = (code: string, field: string) => expect.objectContaining({ code, details: { field } });

describe('a facility that moves', () => {
  test('is in the new region, and says where it was and until when', () => {
    const after = moved(liveFacility(), '2024-06-10');

    expect(after).toEqual({
      ...liveFacility(),
      region: 'UA-51',
      formerRegions: [{ region: 'UA-46', until: '2024-06-10', by: 'admin' }],
      version: 6,
    });
  });

  test.each([
    ['where it is', 'UA-46', '2024-06-10', 'invalid', 'region'],
    ['to a region that the country does not have', 'UA-99', '2024-06-10', 'unknownRegion', 'region'],
    ['before it was planned', 'UA-51', '2024-01-10', 'dateNotAllowed', 'date'],
    ['before the programme began', 'UA-51', '2021-12-31', 'dateNotAllowed', 'date'],
    ['tomorrow', 'UA-51', '2024-12-04', 'dateNotAllowed', 'date'],
  ])('does not move %s', (_, region, date, code, field) => {
    expect(() => moved(liveFacility(), date, region)).toThrow(refused(code, field));
  });

  test('moves again, but not before it moved the last time', () => {
    const once = moved(liveFacility(), '2024-06-10');

    expect(() => moved(once, '2024-06-09')).toThrow(refused('dateNotAllowed', 'date'));
    expect(firstDayToMove(once)).toBe('2024-06-10');
    expect(moved(once, '2024-06-10').formerRegions).toMatchObject([{ region: 'UA-46' }, { region: 'UA-51' }]);
  });

  test('keeps where it was when its profile is edited', () => {
    const after = moved(liveFacility(), '2024-06-10');
    const { facilityId: _, region: __, version: ___, stages: ____, formerRegions, ...profile } = after;

    const edited = edit(
      after,
      { ...profile, power: 'grid' },
      { pack, today, facilities: [], takenCodes: [] },
    );

    expect(edited).toMatchObject({ region: 'UA-51', formerRegions });
  });
});

test.each([
  ['2024-06-01', 'UA-46', 'UA-51'],
  ['2024-06-30', 'UA-46', 'UA-51'],
  ['2024-07-01', 'UA-46', 'UA-46'],
])('a month belongs to the region of its last day: of a move on %s', (date, may, june) => {
  const after = moved(liveFacility(), date);

  expect([regionInMonth(after, '2024-05'), regionInMonth(after, '2024-06')]).toEqual([may, june]);
  expect(regionInMonth(after, '2024-12')).toBe('UA-51');
});

test('whoever handed a facility over may repeat that, and nothing else there', () => {
  const after = moved(liveFacility(), '2024-06-10');

  expect(placeOfMove(after, { basedOn: 5, by: 'admin' }).region).toBe('UA-46');
  expect(placeOfMove(after, { basedOn: 6, by: 'admin' }).region).toBe('UA-51');
  expect(placeOfMove(after, { basedOn: 5, by: 'another' }).region).toBe('UA-51');
});

test('a report is counted where its month belongs, whenever it is written', () => {
  const before = submit(reportCase(), { figures });
  const facility = moved(liveFacility(), '2024-11-30');

  expect(before.region).toBe('UA-46');
  expect(approve(reportCase(before, { facility })).region).toBe('UA-51');
  expect(submit(reportCase(undefined, { facility, month: '2024-10' }), { figures }).region).toBe('UA-46');
});

test('a facility joins once, where it first was live: neither a suspension nor a move takes that away', () => {
  const facility = liveFacility();
  facility.stages.push(
    { stage: 'suspended', date: '2024-03-02', by: 'admin' },
    { stage: 'live', date: '2024-05-02', by: 'admin' },
  );
  const joins = facilityContributions(moved(facility, '2024-06-10'), pack).flatMap(
    ({ scope, row, month, amounts }) =>
      amounts['facilitiesJoined'] ? [{ scope, row, month, joined: amounts['facilitiesJoined'] }] : [],
  );

  expect(joins).toEqual([{ scope: 'country', row: 'UA-46', month: '2024-01', joined: 1 }]);
});

/** Facilities that moved up to four times, there and back, several times in a month among them. */
const movedFacility = fc
  .tuple(anyFacility, fc.array(fc.oneof(fc.nat(20), fc.nat(200)), { maxLength: 4 }))
  .map(([facility, waits]) =>
    waits.reduce((one, wait) => {
      const date = new Date(Date.parse(firstDayToMove(one)) + wait * 86_400_000).toISOString().slice(0, 10);
      return date <= today ? moved(one, date) : one;
    }, facility),
  );

const sumsOf = (contributions: Contribution[]) =>
  new ProgressSums(
    cubeOf(
      contributions.filter(({ scope }) => scope === 'country'),
      regions,
    ),
    pack,
  );
const stayed = ({ formerRegions, ...facility }: Facility): Facility => ({
  ...facility,
  region: formerRegions?.[0]?.region ?? facility.region,
});
const names = ['Planned', 'Connected', 'Equipped', 'Trained', 'Live', 'Suspended'];
const levels = [...names.map((stage) => `facilities${stage}`), 'reportsExpected'];

describe('however often facilities move', () => {
  test('the sum over the rows is the same in each month as if they had stayed', () => {
    const totals = (contributions: Contribution[]) =>
      months.map((month) => {
        const of = contributions.filter((one) => one.month === month);
        const sum = (name: string) => of.reduce((total, { amounts }) => total + (amounts[name] ?? 0), 0);
        return levels.map(sum);
      });

    fc.assert(
      fc.property(movedFacility, (one) => {
        expect(totals(facilityContributions(one, pack))).toEqual(
          totals(facilityContributions(stayed(one), pack)),
        );
      }),
    );
  });

  test('all of each stands in the row of the region in which it was on the month’s last day', () => {
    fc.assert(
      fc.property(movedFacility, (one) => {
        const [sums, alone] = [one, stayed(one)].map((each) => sumsOf(facilityContributions(each, pack)));
        for (const month of months)
          for (const region of regions) {
            const isHere = regionInMonth(one, month) === region;
            for (const name of levels)
              expect(sums?.value(name, month, [region]), `${name} ${month}`).toBe(
                isHere ? alone?.value(name, month, regions) : 0,
              );
          }
      }),
      { numRuns: 40 },
    );
  });

  test('what was before a move stays where it was made', () => {
    const before = (contributions: Contribution[], month: Month) =>
      contributions.filter((one) => one.month < month);

    fc.assert(
      fc.property(movedFacility, fc.nat(300), (one, wait) => {
        const date = new Date(Date.parse(firstDayToMove(one)) + wait * 86_400_000).toISOString().slice(0, 10);
        fc.pre(date <= today);
        const month = monthOf(date);

        expect(before(facilityContributions(moved(one, date), pack), month)).toEqual(
          before(facilityContributions(one, pack), month),
        );
      }),
    );
  });

  test('reports expected of a region’s month are those that it is the sum of', () => {
    fc.assert(
      fc.property(fc.array(movedFacility, { maxLength: 5 }), (facilities) => {
        const sums = sumsOf(facilities.flatMap((one) => facilityContributions(one, pack)));
        for (const month of monthsBetween('2022-01', '2024-12'))
          for (const region of regions) {
            const owing = facilities.filter(
              (one) => regionInMonth(one, month) === region && owesReport(one, month, pack),
            );
            expect(sums.value('reportsExpected', month, [region]), month).toBe(owing.length);
          }
      }),
      { numRuns: 40 },
    );
  });
});
