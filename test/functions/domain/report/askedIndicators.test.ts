import { describe, expect, test } from 'vitest';
import { askedIndicators } from '../../../../functions/domain/report/askedIndicators.ts';
import { CountryPack } from '../../../../functions/domain/countryPack.ts';
import {
  approve,
  correct,
  returnReport,
  saveDraft,
  submit,
  type MonthlyReport,
} from '../../../../functions/domain/report/monthlyReport.ts';
import { reportContributions } from '../../../../functions/domain/report/reportContributions.ts';
import { figures, liveFacility, reportCase, testPack } from '../../../support/builders.ts';

const adoption = (from: string, until?: string) => ({
  solutionId: 'trauma',
  terms: { version: 1, capability: 'trauma', equipmentTypes: [], indicators: ['traumas'] },
  equipment: [],
  periods: [{ from, ...(until && { until }) }],
});
const adopting = liveFacility({ adoptions: [adoption('2024-10-20')] });
const on = (report?: MonthlyReport, facility = adopting) => reportCase(report, { facility });
const all = { ...figures, traumas: 2 };
const using = (report: MonthlyReport) =>
  reportContributions(report, testPack)[0]?.amounts['facilitiesUsing.trauma'] ?? 0;

test('an indicator of a solution is asked only where the solution was adopted in the month', () => {
  const codes = (month: string) => askedIndicators(testPack, adopting, month).map(({ code }) => code);

  expect(codes('2024-09')).not.toContain('traumas');
  expect(codes('2024-10')).toContain('traumas');
  expect(askedIndicators(testPack, liveFacility(), '2024-11')).toHaveLength(testPack.indicators.length - 1);
});

test('where it is asked it must be typed, as a part of its whole; elsewhere it is refused', () => {
  expect(() => submit(on(), { figures })).toThrow(expect.objectContaining({ code: 'missingFigure' }));
  expect(() => submit(on(), { figures: { ...figures, traumas: 4 } })).toThrow(
    expect.objectContaining({ code: 'moreThanItsWhole', details: { field: 'figures.traumas' } }),
  );
  for (const command of [submit, saveDraft])
    expect(() => command(on(undefined, liveFacility()), { figures: all })).toThrow(
      expect.objectContaining({ code: 'unknownIndicator', details: { field: 'figures.traumas' } }),
    );
  expect(submit(on(undefined, liveFacility()), { figures })).not.toHaveProperty('adopted');
});

test('a report keeps what it counted with', () => {
  expect(submit(on(), { figures: all }).adopted).toEqual([
    { solutionId: 'trauma', capability: 'trauma', indicators: ['traumas'] },
  ]);
});

describe('a figure that is not asked any more', () => {
  const approved = approve(on(submit(on(), { figures: all })));
  const gone = liveFacility();

  test('stays in a correction, and may be returned', () => {
    const corrected = correct(on(approved, gone), 'Counted twice');
    const again = submit(on(corrected, gone), { figures: { ...all, traumas: 1 } });

    expect(again.figures).toMatchObject({ traumas: 1 });
    expect(
      returnReport(on(again, gone), 'figures.traumas', 'Why?', { accountId: 'm', name: 'M' }),
    ).toMatchObject({
      status: 'returned',
    });
  });

  test('may be left out', () => {
    const corrected = correct(on(approved, gone), 'Counted twice');

    expect(submit(on(corrected, gone), { figures }).figures).not.toHaveProperty('traumas');
  });
});

describe('use counts once a report is approved', () => {
  const submitted = submit(on(), { figures: all });
  const approved = approve(on(submitted));

  test('and not before, nor with a zero', () => {
    expect([using(submitted), using(approved)]).toEqual([0, 1]);
    expect(using(approve(on(submit(on(), { figures: { ...all, traumas: 0 } }))))).toBe(0);
  });

  test('with what was frozen then, as long as a correction is open', () => {
    const corrected = correct(on(approved), 'Counted twice');
    const again = submit(on(corrected, liveFacility()), { figures: all });

    expect([using(corrected), using(again)]).toEqual([1, 1]);
    const approvedAgain = approve(on(again, liveFacility()));
    expect(using(approvedAgain)).toBe(0);
    expect(approvedAgain).not.toHaveProperty('approvedAdopted');
  });

  test('of a capability that the country knows', () => {
    const adopted = [{ solutionId: 'x', capability: 'telepathy', indicators: ['traumas'] }];

    const [counted] = reportContributions({ ...approved, approvedAdopted: adopted }, testPack);
    expect(Object.keys(counted?.amounts ?? {})).not.toContain('facilitiesUsing.telepathy');
  });
});

test('a pack does not ask for a part where it does not ask for its whole', () => {
  const withPart = (more: object) => ({
    ...testPack,
    indicators: testPack.indicators.map((one) => (one.code === 'traumas' ? { ...one, ...more } : one)),
  });

  expect(CountryPack.safeParse(testPack).success).toBe(true);
  expect(CountryPack.safeParse(withPart({ atMost: undefined })).success).toBe(false);
  expect(CountryPack.safeParse(withPart({ atMost: ['traumas'] })).success).toBe(false);
});
