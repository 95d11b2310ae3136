import { describe, expect, test } from 'vitest';
import { codesIn, findingsOf, reviewed } from '../../../../functions/domain/report/finding.ts';
import type { Figures } from '../../../../functions/domain/report/indicator.ts';
import type { MonthlyReport } from '../../../../functions/domain/report/monthlyReport.ts';
import { testPack } from '../../../support/builders.ts';

const { indicators } = testPack;
const usual = { doctorToDoctor: 20, doctorToPatient: 10, resolved: 12, staff: 5, daysWithoutPower: 2 };

function report(month: string, figures: Figures, more: Partial<MonthlyReport> = {}): MonthlyReport {
  return {
    facilityId: 'UA-0001',
    month,
    region: 'UA-46',
    version: 1,
    revision: 1,
    status: 'approved',
    figures,
    ...more,
  };
}
const november = (figures: Partial<typeof usual>, more: Partial<MonthlyReport> = {}) =>
  report('2024-11', { ...usual, ...figures }, { status: 'submitted', ...more });
const past = [
  report('2024-08', { ...usual, doctorToDoctor: 18 }),
  report('2024-09', { ...usual, doctorToDoctor: 19 }),
  report('2024-10', usual),
];
const found = (one: MonthlyReport, reports = past) =>
  findingsOf(one, reports, indicators).map((finding) =>
    finding.kind === 'same' ? finding.kind : `${finding.kind} ${finding.indicator}`,
  );

describe('a report is looked at twice', () => {
  test('when a figure is far above or far below the usual, the strongest first', () => {
    expect(found(november({ doctorToDoctor: 45, doctorToPatient: 60, resolved: 1 }))).toEqual([
      'low resolved',
      'high doctorToPatient',
      'high doctorToDoctor',
    ]);
  });

  test('when a figure is far from last month and too few months are known', () => {
    expect(found(november({ doctorToDoctor: 60 }), past.slice(-1))).toEqual(['jump doctorToDoctor']);
  });

  test('when a correction changes what was approved', () => {
    const approved = { ...usual, resolved: 11 };

    expect(found(november({ doctorToDoctor: 21 }, { approved, revision: 2 }))).toEqual([
      'corrected doctorToDoctor',
      'corrected resolved',
    ]);
  });

  test('when the work of the month before is repeated figure by figure', () => {
    expect(found(november({ daysWithoutPower: 7 }))).toEqual(['same']);
  });
});

describe('a report is let be', () => {
  test('when it is near the usual', () => {
    expect(found(november({ doctorToDoctor: 24 }))).toEqual([]);
  });

  test('when there were fewer days without power than usual', () => {
    const dark = past.map((one) => ({ ...one, figures: { ...one.figures, daysWithoutPower: 20 } }));

    expect(found(november({ doctorToDoctor: 21, daysWithoutPower: 0 }), dark)).toEqual([]);
  });

  test('when small counts move by a few', () => {
    const small = past.map((one) => ({ ...one, figures: { ...one.figures, doctorToDoctor: 1 } }));

    expect(found(november({ doctorToDoctor: 6 }), small)).toEqual([]);
  });
});

describe('a clear report', () => {
  const isClear = (one: MonthlyReport, reports = past) => reviewed(one, reports, indicators).isClear;

  test('has nothing unusual, no note, and something to compare with', () => {
    const ordinary = november({ doctorToDoctor: 21 });

    expect(isClear(ordinary)).toBe(true);
    expect(isClear({ ...ordinary, note: 'The line was down.' })).toBe(false);
    expect(isClear(november({ doctorToDoctor: 60 }))).toBe(false);
    expect(isClear(ordinary, [ordinary])).toBe(false);
  });

  test('is not compared with what was returned and never approved', () => {
    const returned = past.map((one) => ({ ...one, status: 'returned' as const }));

    expect(reviewed(november({}), returned, indicators)).toEqual({
      findings: [],
      hasPast: false,
      isClear: false,
    });
  });
});

test('findings name the figures they are about', () => {
  const findings = findingsOf(november({ doctorToDoctor: 60 }), past, indicators);

  expect([...codesIn(findings)]).toEqual(['doctorToDoctor']);
});
