import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  difference,
  facilityContributions,
  reportContributions,
  summed,
} from '../../../functions/domain/contribution.ts';
import { approve, correct, submit } from '../../../functions/domain/monthlyReport.ts';
import { cubeOf, figureAt, summaryOf } from '../../../functions/domain/progress.ts';
import { figures, liveFacility, reportCase, testPack } from '../../support/builders.ts';

const { indicators } = testPack;
const regions = testPack.regions.map((region) => region.code);

const contribution = fc.record({
  region: fc.constantFrom(...regions),
  month: fc.constantFrom('2024-01', '2024-02', '2024-05'),
  amounts: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -50, max: 50 }), { maxKeys: 3 }),
});
const contributions = fc.array(contribution, { maxLength: 8 });

describe('contributions', () => {
  test('a facility counts once, in the stage it is in', () => {
    const facility = liveFacility();
    facility.stages.push({ stage: 'suspended', date: '2024-03-02', by: 'test' });

    expect(facilityContributions(facility)).toEqual([
      { region: 'UA-46', month: '2024-01', amounts: { facilitiesLive: 1, reportsExpected: 1 } },
      {
        region: 'UA-46',
        month: '2024-03',
        amounts: { facilitiesLive: -1, facilitiesSuspended: 1, reportsExpected: -1 },
      },
    ]);
  });

  test('a submitted report counts its figures, an approved one also under approved', () => {
    const submitted = submit(reportCase(), { figures });
    const approved = approve(reportCase(submitted));

    expect(reportContributions(submitted, indicators)).toEqual([
      {
        region: 'UA-46',
        month: '2024-11',
        amounts: {
          doctorToDoctor: 3,
          doctorToPatient: 4,
          teleconsultations: 7,
          resolved: 2,
          staff: 5,
          reportsReceived: 1,
          reportsOnTime: 1,
        },
      },
    ]);
    expect(reportContributions(approved, indicators)[0]?.amounts).toMatchObject({
      teleconsultations: 7,
      'approved.teleconsultations': 7,
      reportsApproved: 1,
    });
  });

  test('while a correction is open the approved figures stand', () => {
    const approved = approve(reportCase(submit(reportCase(), { figures })));
    const opened = correct(reportCase(approved), 'Two were counted twice');

    expect(
      difference(reportContributions(approved, indicators), reportContributions(opened, indicators)),
    ).toEqual([]);
  });

  test('before plus difference is after, whatever they are', () => {
    fc.assert(
      fc.property(contributions, contributions, (before, after) => {
        expect(sorted(summed([...before, ...difference(before, after)]))).toEqual(sorted(summed(after)));
      }),
    );
  });

  test('no difference has a zero in it', () => {
    fc.assert(
      fc.property(contributions, contributions, (before, after) => {
        const amounts = difference(before, after).flatMap((row) => Object.values(row.amounts));
        expect(amounts).not.toContain(0);
      }),
    );
  });
});

describe('the cube', () => {
  const rows = [
    {
      region: 'UA-46',
      month: '2024-01',
      amounts: { facilitiesLive: 3, teleconsultations: 10, reportsReceived: 2, staff: 4 },
    },
    {
      region: 'UA-51',
      month: '2024-01',
      amounts: { facilitiesLive: 1, teleconsultations: 1, reportsReceived: 1, staff: 1 },
    },
    {
      region: 'UA-46',
      month: '2024-03',
      amounts: { facilitiesLive: -1, teleconsultations: 5, reportsReceived: 1, staff: 2 },
    },
  ];

  test('has no gap between its first and last month', () => {
    expect(cubeOf(rows, regions).months).toEqual(['2024-01', '2024-02', '2024-03']);
  });

  test('adds flows up, keeps levels, and takes stocks and reports from their month', () => {
    const cube = cubeOf(rows, regions);

    expect(summaryOf(cube, '2024-03', indicators).figures).toEqual({
      facilitiesLive: 3,
      teleconsultations: 16,
      reportsReceived: 1,
      staff: 2,
    });
    expect(figureAt(cube, 'teleconsultations', '2024-03', indicators, ['UA-51'])).toBe(1);
  });

  test('regions add up to the country', () => {
    fc.assert(
      fc.property(contributions, (some) => {
        const cube = cubeOf(some, regions);
        const parts = regions.map((region) => figureAt(cube, 'a', '2024-05', indicators, [region]));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(figureAt(cube, 'a', '2024-05', indicators));
      }),
    );
  });
});

function sorted(rows: ReturnType<typeof summed>) {
  return rows.toSorted((a, b) => `${a.month}${a.region}`.localeCompare(`${b.month}${b.region}`));
}
