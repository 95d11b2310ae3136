import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedUp, difference, summed, type Contribution } from '../../../functions/domain/contribution.ts';
import { facilityContributions } from '../../../functions/domain/facility/facilityContributions.ts';
import { approve, correct, returnReport, submit } from '../../../functions/domain/report/monthlyReport.ts';
import { reportContributions } from '../../../functions/domain/report/reportContributions.ts';
import { figures, liveFacility, reportCase, testPack } from '../../support/builders.ts';
import { outsideScope } from '../../../functions/domain/toldOutside.ts';

const contribution = fc.record({
  scope: fc.constantFrom('country', 'donor:x', 'donor:y') satisfies fc.Arbitrary<Contribution['scope']>,
  row: fc.constantFrom('UA-46', 'UA-51', 'UA'),
  month: fc.constantFrom('2024-01', '2024-02', '2024-05'),
  amounts: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -50, max: 50 }), { maxKeys: 3 }),
});
const contributions = fc.array(contribution, { maxLength: 8 });

describe('contributions', () => {
  test('a facility counts once, in the stage it is in; a report is expected for its last live month too', () => {
    const facility = liveFacility();
    facility.stages.push({ stage: 'suspended', date: '2024-03-02', by: 'test' });

    expect(facilityContributions(facility, testPack)).toEqual([
      {
        scope: 'country',
        row: 'UA-46',
        month: '2024-01',
        amounts: {
          facilitiesJoined: 1,
          facilitiesLive: 1,
          facilitiesLiveNeverReported: 1,
          reportsExpected: 1,
        },
      },
      {
        scope: 'country',
        row: 'UA-46',
        month: '2024-03',
        amounts: { facilitiesLive: -1, facilitiesLiveNeverReported: -1, facilitiesSuspended: 1 },
      },
      { scope: 'country', row: 'UA-46', month: '2024-04', amounts: { reportsExpected: -1 } },
      { scope: outsideScope, row: 'UA-46', month: '2024-01', amounts: { reportsExpected: 1 } },
      { scope: outsideScope, row: 'UA-46', month: '2024-04', amounts: { reportsExpected: -1 } },
    ]);
  });

  test('a submitted report counts its figures, an approved one also under approved', () => {
    const submitted = submit(reportCase(), { figures });
    const approved = approve(reportCase(submitted));

    expect(reportContributions(submitted, testPack)).toEqual([
      {
        scope: 'country',
        row: 'UA-46',
        month: '2024-11',
        amounts: {
          doctorToDoctor: 3,
          doctorToPatient: 4,
          teleconsultations: 7,
          resolved: 2,
          staff: 5,
          reportsReceived: 1,
          reportsOnTime: 1,
          reportsAwaitingReview: 1,
        },
      },
    ]);
    expect(reportContributions(approved, testPack)[0]?.amounts).toMatchObject({
      teleconsultations: 7,
      'approved.teleconsultations': 7,
      reportsApproved: 1,
    });
  });

  test('a report awaits review while it is submitted, a correction of it too', () => {
    const submitted = submit(reportCase(), { figures });
    const approved = approve(reportCase(submitted));
    const corrected = submit(reportCase(correct(reportCase(approved), 'Counted twice')), { figures });
    const returned = returnReport(reportCase(corrected), 'figures.resolved', 'Please check', {
      accountId: 'm',
      name: 'M',
    });

    const awaiting = [submitted, approved, corrected, returned].map(
      (report) => reportContributions(report, testPack)[0]?.amounts['reportsAwaitingReview'] ?? 0,
    );

    expect(awaiting).toEqual([1, 0, 1, 0]);
  });

  test('while a correction is open the approved figures stand', () => {
    const approved = approve(reportCase(submit(reportCase(), { figures })));
    const opened = correct(reportCase(approved), 'Two were counted twice');

    expect(
      difference(reportContributions(approved, testPack), reportContributions(opened, testPack)),
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

  test('a row in which differences cancel each other is still touched', () => {
    fc.assert(
      fc.property(contributions, contributions, (one, other) => {
        const rowsOf = (some: Contribution[]) =>
          new Set(some.map(({ scope, row, month }) => `${scope} ${month} ${row}`));

        expect(rowsOf(addedUp([...one, ...other]))).toEqual(new Set([...rowsOf(one), ...rowsOf(other)]));
      }),
    );
  });
});

function sorted(rows: Contribution[]) {
  const place = ({ scope, month, row }: Contribution) => `${scope}${month}${row}`;
  return rows.toSorted((a, b) => place(a).localeCompare(place(b)));
}
