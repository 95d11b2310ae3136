import { expect, test } from 'vitest';
import { rowOf } from '../../../functions/domain/facility/facility.ts';
import { approve, correct, returnReport, submit } from '../../../functions/domain/report/monthlyReport.ts';
import { completenessIn, rowsOf, usingIn } from '../../../web/src/routes/(in)/reports/rows.ts';
import { figures, liveFacility, reportCase, testPack } from '../../support/builders.ts';

const facility = (facilityId: string) => rowOf(liveFacility({ facilityId }));
const submitted = submit(reportCase(), { figures });
const returned = returnReport(reportCase(submitted), 'figures.staff', 'too many', {
  accountId: 'm',
  name: 'M',
});

test('what is missing comes first, then what someone must mend, then what is in', () => {
  const rows = rowsOf(
    [
      { facility: facility('UA-0001'), report: approve(reportCase(submitted)) },
      { facility: facility('UA-0002'), report: submitted },
      { facility: facility('UA-0003') },
      { facility: facility('UA-0004'), report: returned },
    ],
    testPack.indicators,
  );

  expect(rows.map(({ facility: { facilityId }, standing }) => [facilityId, standing])).toEqual([
    ['UA-0003', 'missing'],
    ['UA-0004', 'returned'],
    ['UA-0002', 'submitted'],
    ['UA-0001', 'approved'],
  ]);
});

test('only figures that count are shown', () => {
  const [back, waiting] = rowsOf(
    [
      { facility: facility('UA-0001'), report: submitted },
      { facility: facility('UA-0002'), report: returned },
    ],
    testPack.indicators,
  );

  expect(waiting).toMatchObject({ teleconsultations: 7, receivedOn: '2024-12-03', onTime: true });
  expect(back).not.toHaveProperty('teleconsultations');
});

test('whoever is listed owes a report, and it is missing until it counts', () => {
  const approved = approve(reportCase(submitted));
  const corrected = correct(reportCase(approved), 'Counted twice');

  expect(
    completenessIn([
      { facility: facility('UA-0001'), report: approved },
      { facility: facility('UA-0002'), report: corrected },
      { facility: facility('UA-0003'), report: submitted },
      { facility: facility('UA-0004'), report: returned },
      { facility: facility('UA-0005') },
    ]),
  ).toEqual({ expected: 5, received: 3, onTime: 3, approved: 2, missing: 2 });
});

test('those that use a capability are those whose approved figures show it', () => {
  const adopted = [{ solutionId: 'advice', capability: 'trauma', indicators: ['staff'] }];
  const approved = { ...approve(reportCase(submitted)), approvedAdopted: adopted };
  const rows = [
    { facility: facility('UA-0001'), report: approved },
    { facility: facility('UA-0002'), report: { ...approved, approved: { ...figures, staff: 0 } } },
    { facility: facility('UA-0003'), report: { ...submitted, adopted } },
    { facility: facility('UA-0004') },
  ];
  const using = (capability?: string) =>
    usingIn(rows, capability).map(({ facility: { facilityId } }) => facilityId);

  expect(using('trauma')).toEqual(['UA-0001']);
  expect(using('pregnancyMonitoring')).toEqual([]);
  expect(using()).toHaveLength(4);
});
